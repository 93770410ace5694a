import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { expect, onTestFinished, test } from 'vitest'
import { createKms } from '../../../local/kms/service.ts'
import type { KeyConfig } from '../../../local/kms/config.ts'
import type { SessionCredentials } from '../../../local/iam/policy/policy.ts'
import { createTestRuntime } from '../../support/core/test-runtime.ts'
import { administrator, only } from '../../support/iam/administrator.ts'
import { policyOf } from '../../support/iam/policies.ts'
import { listen } from '../../support/node/listen.ts'

const arn = 'arn:aws:kms:us-east-1:000000000000:key/0f0c6f0e-0000-4000-8000-000000000000'
const another = arn.replace('0f0c', '1f1c')
const context = { 'userpool-id': 'us-east-1_ExAmPlE01' }
const root = { AWS: 'arn:aws:iam::000000000000:root' }

interface Settings {
  keys?: KeyConfig[]
  credentials?: SessionCredentials
}

/** KMS with two keys, a client that may decrypt with both, and what the first has encrypted. */
async function start({
  keys = [{ arn }, { arn: another }],
  credentials = administrator({ Action: 'kms:*' }),
}: Settings = {}) {
  const runtime = createTestRuntime()
  const { fetch, generateDataKey } = createKms({
    keys: () => keys,
    runtime,
    region: 'us-east-1',
    ...only(credentials),
  })
  const { url, close } = await listen(fetch)
  const kms = new KMSClient({ endpoint: url, region: 'us-east-1', credentials: { ...credentials } })
  onTestFinished(async () => {
    kms.destroy()
    await close()
  })
  const { plaintext, ciphertext: CiphertextBlob } = await generateDataKey(arn, context)
  const input = { CiphertextBlob, EncryptionContext: context }
  return { kms, url, plaintext, input, runtime }
}

test('a data key is decrypted in the context that it was made in, by no name, by id and by ARN', async () => {
  const { kms, plaintext, input } = await start()

  for (const KeyId of [undefined, arn, arn.split('/')[1]]) {
    const answer = await kms.send(new DecryptCommand({ ...input, ...(KeyId && { KeyId }) }))
    expect(answer).toMatchObject({ KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' })
    expect(answer.Plaintext).toEqual(new Uint8Array(plaintext))
  }
})

test.for([
  [
    'of another context',
    { EncryptionContext: { 'userpool-id': 'another' } },
    'InvalidCiphertextException',
  ],
  ['of no context', { EncryptionContext: {} }, 'InvalidCiphertextException'],
  [
    'that no key has made',
    { CiphertextBlob: new Uint8Array([9, 9, 9]) },
    'InvalidCiphertextException',
  ],
  ['of another key', { KeyId: another }, 'IncorrectKeyException'],
  [
    'in another algorithm',
    { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' },
    'InvalidKeyUsageException',
  ],
  ['for practice', { DryRun: true }, 'DryRunOperationException'],
  [
    'for practice, whatever it is',
    { DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] },
    'UnsupportedOperationException',
  ],
  ['that is missing', { CiphertextBlob: undefined }, 'ValidationException'],
  [
    'with too many grants',
    { GrantTokens: Array.from({ length: 11 }, String) },
    'ValidationException',
  ],
] as const)('a ciphertext %s is not decrypted', async ([, change, name]) => {
  const { kms, input } = await start()

  await expect(
    kms.send(new DecryptCommand({ ...input, ...change } as never)),
  ).rejects.toMatchObject({
    name,
    $metadata: { httpStatusCode: 400 },
  })
})

test('a ciphertext that was changed on its way is not decrypted', async () => {
  const { kms, input } = await start()
  const CiphertextBlob = input.CiphertextBlob.map((byte, index) => (index > 100 ? byte ^ 1 : byte))

  await expect(kms.send(new DecryptCommand({ ...input, CiphertextBlob }))).rejects.toMatchObject({
    name: 'InvalidCiphertextException',
  })
})

test('whoever no policy allows to decrypt with the key may not', async () => {
  const credentials = administrator({ Action: 'kms:Decrypt', Resource: another })
  const { kms, input } = await start({ credentials })

  await expect(kms.send(new DecryptCommand(input))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: ${credentials.principal.assumedRoleArn} is not authorized to perform: kms:Decrypt on resource: ${arn} because no identity-based policy allows the kms:Decrypt action`,
  })
})

test.for([
  [
    'names the role',
    { Effect: 'Allow', Principal: { AWS: administrator().principal.role.arn } },
    's3:*',
    true,
  ],
  ['leaves it to the account', { Effect: 'Allow', Principal: root }, 'kms:Decrypt', true],
  [
    'leaves it to the account, which does not allow it',
    { Effect: 'Allow', Principal: root },
    's3:*',
    false,
  ],
  [
    'names somebody else',
    { Effect: 'Allow', Principal: { AWS: `${root.AWS}/else` } },
    'kms:Decrypt',
    false,
  ],
  ['denies it', { Effect: 'Deny', Principal: root }, 'kms:Decrypt', false],
] as const)('a key whose policy %s is for whom it says', async (row) => {
  const [, statement, Action, isAllowed] = row
  const policy = policyOf({ ...statement, Action: 'kms:*', Resource: '*' })
  const { kms, input } = await start({
    keys: [{ arn, policy }],
    credentials: administrator({ Action }),
  })

  const answer = kms.send(new DecryptCommand(input))

  if (isAllowed) await expect(answer).resolves.toMatchObject({ KeyId: arn })
  else await expect(answer).rejects.toMatchObject({ name: 'AccessDeniedException' })
})

test('a policy may ask for the encryption context', async () => {
  const asks = (value: string) =>
    policyOf({
      Effect: 'Allow',
      Principal: root,
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:userpool-id': value } },
    })
  const credentials = administrator({ Action: 'kms:*' })
  const right = await start({ keys: [{ arn, policy: asks(context['userpool-id']) }], credentials })
  const wrong = await start({ keys: [{ arn, policy: asks('another') }], credentials })

  await expect(right.kms.send(new DecryptCommand(right.input))).resolves.toMatchObject({
    KeyId: arn,
  })
  await expect(wrong.kms.send(new DecryptCommand(wrong.input))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  })
})

test('an unsigned Decrypt is refused', async () => {
  const { url } = await start()
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'TrentService.Decrypt',
  }

  const response = await fetch(url, { method: 'POST', headers, body: '{}' })

  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' })
})

test('all else of KMS is refused by its name', async () => {
  const { kms } = await start()

  await expect(
    kms.send(new GenerateDataKeyCommand({ KeyId: arn, KeySpec: 'AES_256' })),
  ).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: expect.stringMatching(/^GenerateDataKey exists in AWS KMS but not in the local AWS/),
  })
})
