// @vitest-environment node
import { expect, test } from 'vitest'
import { bucket } from '../../../../src/doctor/checks/bucket.ts'
import { cors } from '../../../../src/doctor/checks/cors.ts'
import { identityPool } from '../../../../src/doctor/checks/identity-pool.ts'
import { role } from '../../../../src/doctor/checks/role.ts'
import { portsAnswering, refusal } from '../../../support/doctor/doctor-answers.ts'
import { doctorSession, refuses } from '../../../support/doctor/doctor-session.ts'

const noGuests = refusal(
  'NotAuthorizedException',
  'Unauthenticated access is not supported for this identity pool.',
)
const nothing = () => Promise.resolve()
const refused = refuses('AccessDenied')
const GetId = Response.json({ IdentityId: 'eu-central-1:1f2e3d4c' })

test.each([
  ['InvalidIdentityPoolConfigurationException', 'Check assigned IAM roles', 'wrong'],
  ['NotAuthorizedException', 'Token is not from a supported provider of this pool.', 'wrong'],
  ['NotAuthorizedException', 'Invalid login token. Token expired: 2 >= 1', 'unknown'],
  ['NotAuthorizedException', 'Token is inactive', 'unknown'],
  ['TooManyRequestsException', 'Rate exceeded', 'unknown'],
])('credentials refused by %s (%s) are %s', async (name, message, status) => {
  const answers = {
    GetId: ({ Logins }: Record<string, unknown>) => (Logins ? GetId.clone() : noGuests.clone()),
    GetCredentialsForIdentity: refusal(name, message),
  }

  const finding = await identityPool.run(portsAnswering(answers, { session: doctorSession() }))

  expect(finding.status).toBe(status)
})

test.each([
  ['eu-central-1', 'cognito-identity.amazonaws.com'],
  ['us-gov-west-1', 'cognito-identity-us-gov.amazonaws.com'],
  ['us-gov-east-1', 'cognito-identity.us-gov-east-1.amazonaws.com'],
  ['eusc-de-east-1', 'cognito-identity.amazonaws.com'],
])(
  'what is to be written into a role of %s has the name that AWS has there',
  async (region, name) => {
    const everything = {
      put: () => Promise.resolve('"etag"'),
      get: nothing,
      remove: nothing,
      list: nothing,
    }
    const nobody = { put: refused, get: refused, remove: refused, list: refused }
    const remedyOf = async (
      check: typeof role,
      answers: Parameters<typeof portsAnswering>[0],
      session = doctorSession(),
    ) => {
      const ports = portsAnswering(answers, { session, config: { region } })
      return JSON.stringify((await check.run(ports)).remedy)
    }
    const noRole = {
      GetId: GetId.clone(),
      GetCredentialsForIdentity: refusal(
        'InvalidIdentityPoolConfigurationException',
        'Check roles',
      ),
    }

    expect(await remedyOf(identityPool, noRole)).toContain(`(${name}:aud)`)
    for (const objects of [everything, nobody]) {
      const remedy = await remedyOf(role, { GetId: GetId.clone() }, doctorSession(objects))
      expect(remedy).toContain(`users/\${${name}:sub}/*`)
    }
  },
)

test('an identity pool that throttles tells nothing', async () => {
  const finding = await identityPool.run(
    portsAnswering({ GetId: refusal('TooManyRequestsException', 'Rate exceeded') }),
  )

  expect(finding.status).toBe('unknown')
})

test('a role for nothing but what it is for is in order', async () => {
  const own = /^users\/eu-central-1:1f2e3d4c\//
  const onlyOwn = (key: string) => (own.test(key) ? Promise.resolve() : refuses('AccessDenied')())
  const session = doctorSession({
    put: async (key) => {
      await onlyOwn(key)
      return '"etag"'
    },
    get: onlyOwn,
    remove: onlyOwn,
    list: onlyOwn,
  })

  const finding = await role.run(portsAnswering({ GetId }, { session }))

  expect(finding.status).toBe('ok')
})

test.each([
  ['RequestTimeTooSkewed', 'Clock'],
  ['NoSuchBucket', 'Bucket'],
  ['PermanentRedirect', 'Region'],
  ['NetworkError', '(CORS)'],
])('a role is not judged by %s', async (name, title) => {
  const session = doctorSession({ put: refuses(name) })

  const finding = await role.run(portsAnswering({ GetId }, { session }))

  expect(finding.status).toBe('not-applicable')
  expect(finding.summary).toContain(title)
})

test('a list that is refused is no refusal of the object that was asked for', async () => {
  const session = doctorSession({
    put: refuses('AccessDenied'),
    get: refuses('AccessDenied', 'User … is not authorized to perform: s3:ListBucket on …'),
  })

  const finding = await role.run(portsAnswering({ GetId }, { session }))

  expect(finding.summary).toContain('s3:PutObject was refused')
})

test('what says nothing of rights is no right and no refusal, and nothing is left behind', async () => {
  const removed: string[] = []
  const session = doctorSession({
    list: refuses('InternalError'),
    remove: (key) => {
      removed.push(key)
      return Promise.resolve()
    },
  })

  const finding = await role.run(portsAnswering({ GetId }, { session }))

  expect(finding.status).toBe('unknown')
  expect(removed).toEqual(['users/eu-central-1:1f2e3d4c/doctor.txt'])
})

test('an object that may be written and not removed is said to be left behind', async () => {
  const session = doctorSession({ remove: refuses('AccessDenied') })

  const finding = await role.run(portsAnswering({ GetId }, { session }))

  expect(finding.evidence).toContain('users/eu-central-1:1f2e3d4c/doctor.txt stays in the bucket')
})

const head = 'HEAD https://starter-profiles.s3.eu-central-1.amazonaws.com/'

test.each([
  [200, 'eu-central-1', 'wrong'],
  [403, 'eu-central-1', 'ok'],
  [403, undefined, 'ok'],
  [301, 'us-east-1', 'not-applicable'],
  [404, undefined, 'wrong'],
  [503, undefined, 'unknown'],
])('a bucket that answers %i, from %s, is %s', async (status, region, expected) => {
  const headers = new Headers(region === undefined ? {} : { 'x-amz-bucket-region': region })

  const finding = await bucket.run(
    portsAnswering({ [head]: new Response(null, { status, headers }) }),
  )

  expect(finding.status).toBe(expected)
})

test('the CORS of a bucket elsewhere is not judged', async () => {
  const headers = { 'x-amz-bucket-region': 'us-east-1' }

  const finding = await cors.run(
    portsAnswering({ [head]: new Response(null, { status: 301, headers }) }),
  )

  expect(finding.status).toBe('not-applicable')
})

test.each([
  ['"etag"', 'ok'],
  [undefined, 'wrong'],
])('a page that reads the ETag %s finds CORS %s', async (etag, status) => {
  const url = 'https://starter-profiles.s3.eu-central-1.amazonaws.com/users/doctor.txt'
  const removed: string[] = []
  const session = doctorSession({
    put: () => Promise.resolve(etag),
    remove: (key) => {
      removed.push(key)
      return Promise.resolve()
    },
  })
  const denied = new Response(null, { status: 403 })
  const ports = portsAnswering(
    { [`GET ${url}`]: denied, [`PUT ${url}`]: denied, GetId },
    { session, readsEveryAnswer: false },
  )

  const finding = await cors.run(ports)

  expect(finding.status).toBe(status)
  expect(removed).toEqual(['users/eu-central-1:1f2e3d4c/doctor-etag.txt'])
})

test('a page’s PUT is one that S3 refuses to everybody', async () => {
  const url = 'https://starter-profiles.s3.eu-central-1.amazonaws.com/users/doctor.txt'
  const denied = new Response(null, { status: 403 })
  const ports = portsAnswering(
    { [`GET ${url}`]: denied, [`PUT ${url}`]: denied },
    { readsEveryAnswer: false },
  )

  await cors.run(ports)

  const put = ports.asked.find(({ question }) => question.startsWith('PUT'))
  expect(put?.init.headers).toMatchObject({ authorization: 'doctor', 'if-match': 'doctor' })
})
