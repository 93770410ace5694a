import { InitiateAuthCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parseConfig } from '../../../src/config/parse-config.ts'
import { startStandIn, test } from '../../support/stand-in.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const resources = {
  Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UsernameAttributes: ['email'] } },
  Web: {
    Type: 'AWS::Cognito::UserPoolClient',
    Properties: { UserPoolId: { Ref: 'Pool' }, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
  },
}

const outputs = {
  Region: { Value: { Ref: 'AWS::Region' } },
  UserPoolId: { Value: { Ref: 'Pool' } },
  UserPoolClientId: { Value: { Ref: 'Web' } },
}

function file(template: object): string {
  const path = join(temporaryFolder(), 'own.json')
  writeFileSync(path, JSON.stringify(template))
  return path
}

test('a template with a pool and a client is enough, and the app takes its configuration', async ({
  cognito,
  standIn,
}) => {
  const whole = { Resources: resources, Outputs: outputs }
  standIn.reload(JSON.stringify(whole))
  const own = await startStandIn({ template: file(whole) })
  try {
    const { bucket, domain, identityPoolId, userPoolId } = own.config

    expect([bucket, domain, identityPoolId]).toEqual([undefined, undefined, undefined])
    expect(parseConfig(JSON.parse(JSON.stringify(own.config)))).toMatchObject({ userPoolId })
  } finally {
    await own.close()
  }
  const [pool] = standIn.deployment().userPools
  const ClientId = pool!.clients[0]!.id
  await cognito.send(
    new SignUpCommand({ ClientId, Username: 'a@example.com', Password: 'Passw0rd!' }),
  )
  await expect(
    cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'a@example.com', PASSWORD: 'Passw0rd!' },
      }),
    ),
  ).rejects.toMatchObject({ name: 'UserNotConfirmedException' })
})

test('a template without outputs is told all that it needs, at the start and when it is saved', async ({
  standIn,
}) => {
  const template = { Resources: resources }
  const names = /Region:.*\n.*UserPoolId:.*\n.*UserPoolClientId:/

  await expect(startStandIn({ template: file(template) })).rejects.toMatchObject({
    name: 'TemplateError',
    message: expect.stringMatching(names) as string,
  })
  expect(() => standIn.reload(JSON.stringify(template))).toThrow(names)
  expect(standIn.deployment().buckets).toHaveLength(1)
})
