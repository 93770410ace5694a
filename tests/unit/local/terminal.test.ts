import { expect, test } from 'vitest'
import type { LocalAws } from '../../../local/local-aws.ts'
import { describeAdministrator, describeAppClients } from '../../../local/terminal.ts'

const administrator = { accessKeyId: 'AKIA2222222222222222', secretAccessKey: 's'.repeat(40) }
const localAws = {
  cognitoUrl: 'http://localhost:9229',
  standIn: {
    administrator,
    config: () => ({ region: 'us-east-1', userPoolId: 'us-east-1_Pool00001' }),
  },
} as LocalAws
const rest =
  'aws --endpoint-url http://localhost:9229 --region us-east-1 cognito-idp list-users --user-pool-id us-east-1_Pool00001\n'

test('a terminal is shown the key, in a line that uses it', () => {
  const text = describeAdministrator(localAws, { isGiven: false, isTerminal: true })

  expect(text).toContain(
    `    AWS_ACCESS_KEY_ID=AKIA2222222222222222 AWS_SECRET_ACCESS_KEY=${'s'.repeat(40)} ${rest}`,
  )
})

test('a file or a pipe is not shown the secret, and is told how to have it', () => {
  const text = describeAdministrator(localAws, { isGiven: false, isTerminal: false })

  expect(text).toContain(`AWS_ACCESS_KEY_ID=AKIA2222222222222222 AWS_SECRET_ACCESS_KEY=… ${rest}`)
  expect(text).toContain('LOCAL_AWS_SECRET_ACCESS_KEY')
  expect(text).not.toContain(administrator.secretAccessKey)
})

test('a key that was given in variables is named by them', () => {
  const text = describeAdministrator(localAws, { isGiven: true, isTerminal: true })

  expect(text).toContain(
    `AWS_ACCESS_KEY_ID=$LOCAL_AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY=$LOCAL_AWS_SECRET_ACCESS_KEY ${rest}`,
  )
  expect(text).not.toContain(administrator.secretAccessKey)
})

test('app clients are shown by name and id, with a secret to a terminal alone', () => {
  const userPoolId = 'us-east-1_Pool00001'
  const clients = [
    { userPoolId, name: 'web', id: 'a'.repeat(26) },
    { userPoolId, name: 'server', id: 'b'.repeat(26), secret: 'hidden' },
  ]

  const shown = describeAppClients(clients, { isTerminal: true })
  const piped = describeAppClients(clients, { isTerminal: false })

  expect(shown).toContain(`    web     ${'a'.repeat(26)}  of ${userPoolId}\n`)
  expect(shown).toContain(`    server  ${'b'.repeat(26)}  secret hidden  of ${userPoolId}\n`)
  expect(piped).toContain(`    server  ${'b'.repeat(26)}  secret …  of ${userPoolId}\n`)
  expect(piped).not.toContain('hidden')
  expect(piped).toContain('ready line')
})
