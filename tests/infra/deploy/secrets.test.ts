import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { startDeployment, templateText } from './support/deployment.ts'

const secret = 'GOCSPX-very-secret'

/** As social sign-in has them. */
const template = templateText.includes('  ProviderSecret:')
  ? templateText
  : templateText.replace(
      'Parameters:\n',
      "Parameters:\n  ProviderSecret:\n    Type: String\n    NoEcho: true\n    Default: ''\n",
    )

function parametersFile(content: unknown): string {
  const path = join(temporaryFolder(), 'parameters.local.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

test('a secret from a file reaches AWS, and no text', async () => {
  const { aws, envText, run } = await startDeployment()
  const file = parametersFile({ ProviderSecret: secret })
  aws.failures.push({
    logicalId: 'UserPoolDomain',
    reason: `Invalid client_secret ${secret} for the provider`,
  })

  const failed = await run(['--yes', '--parameters', file], { template })
  const { problem, text, terminal } = await run(['--yes', '--parameters', file], { template })

  expect(problem?.message).toBeUndefined()
  expect(aws.cloudFormation.stacks.at(-1)?.parameters.get('ProviderSecret')).toBe(secret)
  expect(failed.text + text + envText() + terminal.statuses.join('\n')).not.toContain(secret)
  expect(failed.text).toContain('Invalid client_secret ****')
})

test('a secret is taken from the environment when its name is given', async () => {
  const { aws, run } = await startDeployment()

  aws.failures.push({ logicalId: 'UserPoolDomain', reason: `Not with ${secret}` })
  const parameter = ['--parameter', 'ProviderSecret', '--parameter', 'DeletionProtection=INACTIVE']

  const { text } = await run(['--yes', ...parameter], {
    template,
    env: { ProviderSecret: secret },
  })

  expect(text).toContain('Not with ****')
  expect(text).not.toContain(secret)
  expect(aws.cloudFormation.stacks[0]?.parameters.get('ProviderSecret')).toBe(secret)
})

test('a secret is asked for where the environment does not have it', async () => {
  const { aws, run } = await startDeployment()

  const { problem, terminal } = await run(['--parameter', 'ProviderSecret'], {
    template,
    answers: [secret, 'yes'],
  })

  expect(problem).toBeUndefined()
  expect(terminal.questions[0]).toBe('ProviderSecret: ')
  expect(aws.cloudFormation.stacks[0]?.parameters.get('ProviderSecret')).toBe(secret)
})

test('a secret that nobody can be asked for is missing', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run(['--yes', '--parameter', 'ProviderSecret'], { template })

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.remedy).toContain('environment variable ProviderSecret')
  expect(aws.calls).toEqual([])
})

test('a secret on the command line is refused, and not repeated', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run(['--yes', '--parameter', `ProviderSecret=${secret}`], { template })

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.message).toContain('the command line is no place for one')
  expect(`${problem?.message ?? ''}${problem?.remedy ?? ''}`).not.toContain(secret)
  expect(aws.calls).toEqual([])
})

test('an update that is not given the secret keeps it, although AWS shows stars', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes', '--parameters', parametersFile({ ProviderSecret: secret })], { template })

  const { problem } = await run(['--yes', '--parameter', 'AllowGuests=true'], { template })

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks[0]?.parameters.get('ProviderSecret')).toBe(secret)
})
