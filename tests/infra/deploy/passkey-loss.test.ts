import { expect, test } from 'vitest'
import { passkeyLoss } from '../../../infra/deploy/change-set/passkey-loss.ts'
import { startDeployment } from './support/deployment.ts'

const move = ['--parameter', 'PasskeyHost=app.example.com']

async function deployed() {
  const deployment = await startDeployment()
  await deployment.run(['--yes', '--parameter', 'Passkeys=true'])
  return deployment
}

test('another host for passkeys is warned of as a replacement is, and a plain yes does not do', async () => {
  const { aws, run } = await deployed()

  const { problem, text } = await run(move, { answers: ['yes'] })

  expect(text).toContain(
    '!!! WARNING: Passkeys are for app.example.com from now on, and were for localhost',
  )
  expect(text).toContain('Type cognito-starter to go on')
  expect(problem).toMatchObject({ exitCode: 3 })
  expect(aws.cloudFormation.stacks[0]?.parameters.get('PasskeyHost')).toBe('')
})

test('the name of the stack goes on with it, and so does --yes with --allow-replacement', async () => {
  const { aws, run } = await deployed()

  expect((await run(move, { answers: ['cognito-starter'] })).problem).toBeUndefined()
  expect(aws.cloudFormation.stacks[0]?.parameters.get('PasskeyHost')).toBe('app.example.com')

  const back = ['--parameter', 'PasskeyHost=localhost', '--yes']
  expect((await run(back)).problem).toMatchObject({ exitCode: 2 })
  expect((await run([...back, '--allow-replacement'])).problem).toBeUndefined()
})

test('hosting the app moves its passkeys, unless they stay where they are by name', () => {
  const home = { Passkeys: 'true', PasskeyHost: '', Hosting: 'false', SiteDomainName: '' }
  const named = { ...home, Hosting: 'true', SiteDomainName: 'app.example.com' }
  const loss = (before: Record<string, string>, after: Record<string, string>) =>
    passkeyLoss(
      (name) => before[name],
      (name) => after[name],
    )

  expect(loss(home, { ...home, Hosting: 'true' })).toContain(
    'the name that CloudFront gave the site',
  )
  expect(loss(home, named)).toContain('for app.example.com from now on, and were for localhost')
  expect(loss(named, home)).toContain('for localhost from now on')
  expect(loss(home, { ...named, PasskeyHost: 'localhost' })).toBeUndefined()
  expect(loss(named, { ...home, PasskeyHost: 'app.example.com' })).toBeUndefined()
  expect(loss(named, { ...named, Mfa: 'ON' })).toBeUndefined()
})

test('who has no passkeys loses none', () => {
  const after = (name: string) => ({ Passkeys: 'true', Hosting: 'true' })[name]

  expect(passkeyLoss(() => undefined, after)).toBeUndefined()
  expect(passkeyLoss((name) => ({ Passkeys: 'false' })[name], after)).toBeUndefined()
})
