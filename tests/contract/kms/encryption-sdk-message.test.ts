import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'
import { KMS } from '@aws-sdk/client-kms'
import { expect, onTestFinished, test } from 'vitest'
import { writeEncryptionSdkMessage } from '../../../local/core/crypto/encryption-sdk-message.ts'
import { createKms } from '../../../local/kms/service.ts'
import { createTestRuntime } from '../../support/core/test-runtime.ts'
import { administrator, only } from '../../support/iam/administrator.ts'
import { listen } from '../../support/node/listen.ts'

const arn = 'arn:aws:kms:us-east-1:000000000000:key/0f0c6f0e-0000-4000-8000-000000000000'
const context = { 'userpool-id': 'us-east-1_ExAmPlE01', ångström: '😀', '~': '' }
const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)

type Settings = NonNullable<ConstructorParameters<typeof KmsKeyringNode>[0]>

async function start() {
  const runtime = createTestRuntime()
  const credentials = administrator({ Action: 'kms:Decrypt' })
  const { fetch, generateDataKey } = createKms({
    keys: () => [],
    runtime,
    region: 'us-east-1',
    ...only(credentials),
  })
  const { url, close } = await listen(fetch)
  const client = new KMS({ endpoint: url, region: 'us-east-1', credentials: { ...credentials } })
  onTestFinished(async () => {
    client.destroy()
    await close()
  })
  const write = (text: string) =>
    writeEncryptionSdkMessage({ random: runtime.random, generateDataKey }, arn, context, text)
  // The declarations of both packages differ in members that may be absent.
  const clientProvider = (() => client) as unknown as NonNullable<Settings['clientProvider']>
  const keyring = new KmsKeyringNode({ keyIds: [arn], clientProvider })
  return { write, read: (message: Uint8Array) => decrypt(keyring, message) }
}

test.for([
  ['of a code', '012345'],
  ['without a letter', ''],
  ['of letters beyond ASCII', 'Gänse 😀'],
  ['that fills a frame', 'x'.repeat(4096)],
])('the library of AWS reads a message %s, and its context', async ([, text = '']) => {
  const { write, read } = await start()

  const { plaintext, messageHeader } = await read(await write(text))

  expect(plaintext.toString('utf8')).toBe(text)
  expect(messageHeader).toMatchObject({ suiteId: 0x0378, encryptionContext: context })
})

test('every signature is one that the library takes, whatever its integers begin with', async () => {
  const { write, read } = await start()

  const messages = await Promise.all(Array.from({ length: 40 }, (_, index) => write(`${index}`)))
  const texts = await Promise.all(
    messages.map(async (one) => (await read(one)).plaintext.toString()),
  )

  expect(texts).toEqual(messages.map((_, index) => `${index}`))
})

test('a message that was changed on its way is not read', async () => {
  const { write, read } = await start()
  const message = await write('012345')
  const changed = message.map((byte, index) => (index === message.length - 130 ? byte ^ 1 : byte))

  await expect(read(changed)).rejects.toThrow()
})
