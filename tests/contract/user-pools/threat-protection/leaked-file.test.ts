import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'
import { startStandIn, test } from '../../../support/stand-in.ts'

test('passwords of a file have leaked, and so have those that everybody tries', async () => {
  const file = join(temporaryFolder(), 'leaked.txt')
  writeFileSync(file, 'Our-Company-1\r\n\r\nOur-Town-2 \r\n')
  const standIn = await startStandIn({
    leakedPasswords: file,
    parameters: { ThreatProtection: 'ENFORCED' },
  })
  onTestFinished(() => standIn.close())
  const { region, userPoolClientId: ClientId } = standIn.config
  const cognito = new CognitoIdentityProviderClient({ endpoint: standIn.url, region })
  onTestFinished(() => cognito.destroy())
  let people = 0
  const signUp = (Password: string) => {
    people += 1
    const Username = `person-${people}@example.com`
    return cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  }

  const leaked = { name: 'InvalidPasswordException' }
  await expect(signUp('Our-Company-1')).rejects.toMatchObject(leaked)
  await expect(signUp('Password123!')).rejects.toMatchObject(leaked)
  expect((await signUp('Our-Company-2')).UserSub).toBeDefined()
})
