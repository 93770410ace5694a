import { expect, test } from 'vitest'
import { formData } from '../../support/s3/form-upload.ts'
import { signForm, type FormDraft } from '../../support/s3/form-policy.ts'
import { answer, expectNothingStored, origin } from '../../support/s3/s3-requests.ts'
import { bucketName, createTestS3, type TestS3 } from '../../support/s3/s3.ts'

function post(s3: TestS3, fields: Record<string, string>, file?: string) {
  const body = formData(fields, file)
  return answer(s3, new Request(`${origin}/${bucketName}`, { method: 'POST', body }))
}

const redirect = { success_action_redirect: 'http://localhost.test/random' }

const held: [string, FormDraft][] = [
  ['of nothing more', {}],
  ['of version 2', { version: 2 }],
  [
    'eq',
    {
      fields: redirect,
      conditions: [['eq', '$success_action_redirect', redirect.success_action_redirect]],
    },
  ],
  [
    'eq in another case',
    {
      fields: redirect,
      conditions: [['eq', '$success_Action_REDIRECT', redirect.success_action_redirect]],
    },
  ],
  [
    'starts-with',
    {
      fields: redirect,
      conditions: [['starts-with', '$success_action_redirect', 'http://localhost']],
    },
  ],
  [
    'starts-with nothing',
    { fields: redirect, conditions: [['starts-with', '$success_action_redirect', '']] },
  ],
  ['of an object', { fields: redirect, conditions: [redirect] }],
  [
    'of metadata',
    { fields: { 'x-amz-meta-TEST': 'a' }, conditions: [['eq', '$x-amz-meta-test', 'a']] },
  ],
  [
    'a list of types',
    {
      fields: { 'Content-Type': 'image/png, image/webp' },
      conditions: [['starts-with', '$Content-Type', 'image/']],
    },
  ],
  ['a size', { conditions: [['content-length-range', 6, '6']] }],
  ['a field that is ignored', { fields: { 'x-ignore-me': 'a' } }],
]

test.each(held)('a form that meets the condition %s is stored', async (_, draft) => {
  const s3 = createTestS3()

  const { status } = await post(s3, signForm(s3, draft))

  expect([204, 303]).toContain(status)
})

const failed: [string, FormDraft, number, string, string][] = [
  [
    'eq',
    {
      fields: redirect,
      conditions: [['eq', '$success_action_redirect', 'HTTP://localhost.test/random']],
    },
    403,
    'AccessDenied',
    'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$success_action_redirect&quot;, &quot;HTTP://localhost.test/random&quot;]',
  ],
  [
    'starts-with',
    { fields: redirect, conditions: [['starts-with', '$success_action_redirect', 'https://']] },
    403,
    'AccessDenied',
    'Invalid according to Policy: Policy Condition failed: [&quot;starts-with&quot;, &quot;$success_action_redirect&quot;, &quot;https://&quot;]',
  ],
  [
    'a name without its dollar',
    {
      fields: redirect,
      conditions: [['eq', 'success_action_redirect', redirect.success_action_redirect]],
    },
    403,
    'AccessDenied',
    'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;success_action_redirect&quot;, &quot;http://localhost.test/random&quot;]',
  ],
  [
    'a field that is not there',
    { conditions: [['starts-with', '$Content-Type', '']] },
    403,
    'AccessDenied',
    'Invalid according to Policy: Policy Condition failed: [&quot;starts-with&quot;, &quot;$Content-Type&quot;, &quot;&quot;]',
  ],
  [
    'another bucket',
    { conditions: [{ bucket: 'another' }] },
    403,
    'AccessDenied',
    'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$bucket&quot;, &quot;another&quot;]',
  ],
  [
    'a field too many',
    { fields: redirect },
    403,
    'AccessDenied',
    'Invalid according to Policy: Extra input fields: success_action_redirect',
  ],
  [
    'a size in words',
    { conditions: [['content-length-range', 'test', 10]] },
    403,
    'AccessDenied',
    'Invalid according to Policy: Policy Condition failed: [&quot;content-length-range&quot;, &quot;test&quot;, &quot;10&quot;]',
  ],
  [
    'a file too large',
    { conditions: [['content-length-range', 0, 5]] },
    400,
    'EntityTooLarge',
    'Your proposed upload exceeds the maximum allowed size',
  ],
  [
    'a file too small',
    { conditions: [['content-length-range', 7, 9]] },
    400,
    'EntityTooSmall',
    'Your proposed upload is smaller than the minimum allowed size',
  ],
  [
    'two sizes, of which one fails',
    {
      conditions: [
        ['content-length-range', 0, 9],
        ['content-length-range', 0, 5],
      ],
    },
    400,
    'EntityTooLarge',
    'Your proposed upload exceeds the maximum allowed size',
  ],
  [
    'two in one object',
    { conditions: [{ acl: 'private', success_action_status: '201' }] },
    400,
    'InvalidPolicyDocument',
    'Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
  ],
  [
    'an operator that is none',
    { conditions: [['ends-with', '$key', 'd']] },
    400,
    'InvalidPolicyDocument',
    'Invalid Policy: Invalid Condition: Unknown operation: ends-with',
  ],
  ['no JSON', { policy: '{' }, 400, 'InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.'],
  [
    'no end',
    { policy: { conditions: [] } },
    400,
    'InvalidPolicyDocument',
    'Invalid Policy: Policy missing expiration.',
  ],
  [
    'no conditions',
    { policy: { expiration: '2999-01-01T00:00:00Z' } },
    400,
    'InvalidPolicyDocument',
    'Invalid Policy: Policy missing conditions.',
  ],
  [
    'an end that is over',
    { policy: { expiration: '2001-01-01T00:00:00Z', conditions: [] } },
    403,
    'AccessDenied',
    'Invalid according to Policy: Policy expired.',
  ],
  [
    'another region',
    { region: 'us-east-1' },
    400,
    'AuthorizationQueryParametersError',
    'Error parsing the X-Amz-Credential parameter; the region &apos;us-east-1&apos; is wrong; expecting &apos;eu-west-1&apos;',
  ],
  [
    'tags that are no XML',
    { fields: { tagging: 'not-xml' }, conditions: [{ tagging: 'not-xml' }] },
    400,
    'MalformedXML',
    '',
  ],
  [
    'an object lock',
    {
      fields: { 'x-amz-object-lock-mode': 'GOVERNANCE' },
      conditions: [['starts-with', '$x-amz-object-lock-mode', '']],
    },
    501,
    'NotImplemented',
    '',
  ],
  [
    'an ACL',
    { fields: { acl: 'public-read' }, conditions: [{ acl: 'public-read' }] },
    400,
    'AccessControlListNotSupported',
    '',
  ],
]

test.each(failed)('a form with %s is refused', async (_, draft, status, code, message) => {
  const s3 = createTestS3()

  const refused = await post(s3, signForm(s3, draft))

  expect(refused).toMatchObject({ status, code })
  if (message) expect(refused.message?.replaceAll("'", '&apos;')).toBe(message)
  await expectNothingStored(s3)
})

test('a file that is too large is told its size', async () => {
  const s3 = createTestS3()

  const { element } = await post(
    s3,
    signForm(s3, { conditions: [['content-length-range', 5, 10]] }),
    'a'.repeat(70_000),
  )

  expect(element('ProposedSize')).toBe('70000')
  expect(element('MaxSizeAllowed')).toBe('10')
})

test.each([
  [4, ['x-amz-signature'], 'X-Amz-Signature'],
  [4, ['x-amz-algorithm', 'x-amz-credential'], 'X-Amz-Algorithm'],
  [2, ['signature'], 'Signature'],
  [2, ['AWSAccessKeyId'], 'AWSAccessKeyId'],
  [4, ['key'], 'key'],
] as const)(
  'a form of version %i without %j is told what it needs',
  async (version, left, name) => {
    const s3 = createTestS3()
    const fields = Object.entries(signForm(s3, { version })).filter(
      ([field]) => !(left as readonly string[]).includes(field),
    )

    const refused = await post(s3, Object.fromEntries(fields))

    expect(refused).toMatchObject({
      status: 400,
      code: 'InvalidArgument',
      message: `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    })
    expect(refused.element('ArgumentName')).toBe(name)
  },
)

test.each([2, 4] as const)('a policy that was changed is refused, version %i', async (version) => {
  const s3 = createTestS3()
  const fields = signForm(s3, { version })
  const policy = Buffer.from('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}')

  const refused = await post(s3, { ...fields, policy: policy.toString('base64') })

  expect(refused).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' })
  expect(refused.element('StringToSign')).toBe(policy.toString('base64'))
})

test('a form that nobody signed is refused', async () => {
  const s3 = createTestS3()
  const { key = '', policy = '' } = signForm(s3)

  for (const fields of [{ key, policy }, { key }] as Record<string, string>[]) {
    expect(await post(s3, fields)).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'Access Denied',
    })
  }
})
