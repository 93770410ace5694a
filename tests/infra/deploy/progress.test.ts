import { expect, test } from 'vitest'
import { startDeployment } from './support/deployment.ts'

test('a log has a line for each step of each resource, and each step once', async () => {
  const { run } = await startDeployment()

  const { text } = await run(['--yes'])

  expect(text.match(/UserPool \(AWS::Cognito::UserPool\) creating/g)).toHaveLength(1)
  expect(text.match(/UserPool \(AWS::Cognito::UserPool\) created/g)).toHaveLength(1)
  expect(text).toMatch(/^ +0:\d\d {2}stack creating$/m)
})

test('somebody who watches sees what is done as lines, and what is under way below them', async () => {
  const { run } = await startDeployment()

  const { text, terminal } = await run([], { answers: ['yes'] })

  expect(text).not.toContain('(AWS::Cognito::UserPool) creating')
  expect(text).toContain('(AWS::Cognito::UserPool) created')
  expect(terminal.statuses.join('\n')).toMatch(
    /0:\d\d {2}0 of 10 done, at work on UserPool, UserPoolClient, UserPoolDomain and \d+ more/,
  )
  expect(terminal.statuses.at(-1)).toBe('')
})

test('a failure is said at the resource it happens at', async () => {
  const { aws, run } = await startDeployment()
  aws.failures.push({
    logicalId: 'UserPoolDomain',
    reason:
      'Resource handler returned message: "Domain already exists (Service: X, Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: AlreadyExists)',
  })

  const { text } = await run(['--yes', '--parameter', 'DeletionProtection=INACTIVE'])

  expect(text).toContain(
    'UserPoolDomain (AWS::Cognito::UserPoolDomain) could not be created: Domain already exists\n',
  )
  expect(text).toContain('stack rolling back')
  expect(text).toContain('stack rolled back')
})
