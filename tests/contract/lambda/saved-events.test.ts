import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect, onTestFinished, vi } from 'vitest'
import { main } from '../../../infra/triggers/main.ts'
import { ada } from '../../support/app/ada.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

/** What `npm run trigger` answers and tells, beside that local AWS. */
async function trigger(standIn: TestStandIn, ...argv: string[]) {
  vi.stubEnv('LOCAL_AWS_PORT', new URL(standIn.url).port)
  vi.stubEnv('LOCAL_AWS_ADMIN_TOKEN', standIn.adminToken)
  onTestFinished(() => void vi.unstubAllEnvs())
  const answers: string[] = []
  const told: string[] = []
  const output = {
    answer: (json: string) => void answers.push(json),
    tell: (line: string) => void told.push(line),
  }
  const status = await main(argv, process.cwd(), output)
  return { status, answers, told: told.join('\n') }
}

function signUp(standIn: TestStandIn, cognito: { send: (command: SignUpCommand) => unknown }) {
  return cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: ada.email,
      Password: ada.password,
      UserAttributes: [{ Name: 'email', Value: ada.email }],
      ValidationData: [
        { Name: 'oldPassword', Value: 'Difference-Engine-1822' },
        { Name: 'team', Value: 'engines' },
      ],
    }),
  )
}

test('the event that came last is saved, without secrets, and the function runs with it', async ({
  standIn,
  cognito,
}) => {
  await signUp(standIn, cognito)
  const file = join(temporaryFolder(), 'event.json')

  const saved = await trigger(standIn, '--last', 'PreSignUp_SignUp', '--save', file)
  const event = JSON.parse(readFileSync(file, 'utf8')) as { userName: string }
  const run = await trigger(standIn, 'accounts', '--event', file)

  expect(saved).toMatchObject({ status: 0, told: expect.stringContaining(file) as string })
  expect(event).toMatchObject({
    triggerSource: 'PreSignUp_SignUp',
    userPoolId: standIn.config.userPoolId,
    request: {
      userAttributes: { email: ada.email },
      validationData: { oldPassword: '***', team: 'engines' },
    },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  })
  expect(run.status).toBe(0)
  expect(JSON.parse(run.answers.join(''))).toEqual(event)
})

test('what has not come cannot be saved, and what has is named', async ({ standIn, cognito }) => {
  await signUp(standIn, cognito)
  const file = join(temporaryFolder(), 'event.json')

  const { status, told } = await trigger(standIn, '--last', 'PreSignUp_SignIn', '--save', file)
  const half = await trigger(standIn, '--last', 'PreSignUp_SignUp')

  expect([status, half.status]).toEqual([1, 1])
  expect(told).toContain('there are CustomMessage_SignUp, PreSignUp_SignUp')
  expect(half.told).toContain('--save FILE')
})

test('events are listed by source, newest first, and a reset forgets them', async ({
  standIn,
  cognito,
}) => {
  await signUp(standIn, cognito)
  const list = async (query = '') => {
    const response = await callLocalApi(standIn, `/_local/triggers/events${query}`)
    return (await response.json()) as { triggerSource: string; arn: string }[]
  }

  const all = await list()
  const chosen = await list('?source=CustomMessage_SignUp')
  await standIn.reset()

  const sources = all.map(({ triggerSource }) => triggerSource)
  expect(sources).toEqual(['CustomMessage_SignUp', 'PreSignUp_SignUp'])
  expect(chosen).toEqual(all.slice(0, 1))
  expect(chosen[0]?.arn).toBe(standIn.deployment().functions[0]?.arn)
  expect(await list()).toEqual([])
})

test('without the token of the local AWS nothing is saved', async ({ standIn }) => {
  const response = await fetch(`${standIn.url}/_local/triggers/events`)

  expect(response.status).toBe(401)
})
