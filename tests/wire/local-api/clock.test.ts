import {
  ConfirmSignUpCommand,
  GetUserCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect, onTestFinished } from 'vitest'
import { callLocalApi, setOffset } from '../../support/local-api.ts'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { startStandIn, test } from '../../support/stand-in.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const hour = 3600
const Username = 'ada@example.com'
const Password = 'Correct-horse-1'

test('the clock is shown as it is, and as it was moved', async ({ standIn }) => {
  standIn.clock.stop()
  const nowMs = standIn.clock.now()

  const before = await callLocalApi(standIn, '/_local/clock')
  const moved = await setOffset(standIn, -hour)
  const after = await callLocalApi(standIn, '/_local/clock')

  expect(await before.json()).toEqual({ offsetSeconds: 0, now: new Date(nowMs).toISOString() })
  const shown = { offsetSeconds: -hour, now: new Date(nowMs - hour * 1000).toISOString() }
  expect(await moved.json()).toEqual(shown)
  expect(await after.json()).toEqual(shown)
})

test('codes, tokens and messages go by the moved clock', async ({ standIn, cognito }) => {
  const { userPoolClientId: ClientId } = standIn.config
  await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  const ConfirmationCode = standIn.outbox[0]!.code
  const confirm = () =>
    cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))

  await setOffset(standIn, 25 * hour)
  await expect(confirm()).rejects.toMatchObject({ name: 'ExpiredCodeException' })
  await setOffset(standIn, 23 * hour)
  await confirm()

  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    }),
  )
  const getUser = () =>
    cognito.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }))
  await getUser()
  await setOffset(standIn, 25 * hour)
  await expect(getUser()).rejects.toMatchObject({ message: 'Access Token has expired' })

  await cognito.send(new SignUpCommand({ ClientId, Username: 'bob@example.com', Password }))
  const sentAtMs = Date.parse(standIn.outbox[0]!.sentAt)
  expect(sentAtMs - standIn.clock.now()).toBeGreaterThan(24 * hour * 1000)
})

test('credentials end by the moved clock, while clients go on signing by their own', async ({
  standIn,
  cognito,
}) => {
  await setOffset(standIn, 30 * 24 * hour)

  const { prefix, s3 } = await signUpWithCredentials(standIn, cognito, Username)
  const Key = `${prefix}/note.txt`
  const { bucket: Bucket } = standIn.config
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'kept' }))
  const { LastModified } = await s3.send(new HeadObjectCommand({ Bucket, Key }))
  await setOffset(standIn, 31 * 24 * hour)
  const late = s3.send(new PutObjectCommand({ Bucket, Key, Body: 'late' }))

  await expect(late).rejects.toMatchObject({ name: 'ExpiredToken' })
  expect(LastModified!.getTime() - Date.now()).toBeGreaterThan(29 * 24 * hour * 1000)
})

test('a moved clock stays so when the local AWS is started again, until a reset', async () => {
  const data = temporaryFolder()
  const first = await startStandIn({ data })
  await setOffset(first, hour)
  await first.close()
  const second = await startStandIn({ data })
  onTestFinished(() => second.close())
  const offset = async () =>
    ((await (await callLocalApi(second, '/_local/clock')).json()) as { offsetSeconds: number })
      .offsetSeconds

  expect(await offset()).toBe(hour)
  await callLocalApi(second, '/_local/reset', { method: 'POST' })
  expect(await offset()).toBe(0)
})

const maxOffset = 632_448_000

test.for([
  ['a text', '60', 400, 'offsetSeconds has to be a whole number'],
  ['a fraction', 1.5, 400, 'offsetSeconds has to be a whole number'],
  ['nothing', undefined, 400, 'offsetSeconds has to be a whole number'],
  ['more than twenty years', maxOffset + 1, 400, 'offsetSeconds has to be a whole number'],
] as const)('an offset that is %s is refused', async ([, offset, status, words], { standIn }) => {
  const response = await setOffset(standIn, offset)

  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ message: expect.stringContaining(words) })
  expect((await setOffset(standIn, -maxOffset)).status).toBe(200)
})

const json = 'application/json'

test.for([
  ['no body type', undefined, '{"offsetSeconds":1}', 415],
  ['a form', 'application/x-www-form-urlencoded', 'offsetSeconds=1', 415],
  ['what is no JSON', json, '{', 400],
  ['bytes that are no UTF-8', json, new Uint8Array([0x22, 0xff, 0x22]), 400],
  ['a list', json, '[1]', 400],
  ['an empty body', json, '', 400],
  ['a member that is not there', json, '{"offset":1}', 400],
  ['64 KiB and more', json, `{"offsetSeconds":${' '.repeat(64 << 10)}1}`, 413],
  ['JSON with its charset', 'Application/JSON; charset=utf-8', '{"offsetSeconds":1}', 200],
] as const)(
  'a call with %s is answered with its status',
  async ([, type, body, status], { standIn }) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const response = await callLocalApi(standIn, '/_local/clock', {
      method: 'POST',
      body: bytes,
      headers: type === undefined ? {} : { 'content-type': type },
    })

    expect(response.status).toBe(status)
    if (status !== 200) expect(await response.json()).toEqual({ message: expect.any(String) })
    if (status === 415) expect(response.headers.get('accept-post')).toBe(json)
  },
)
