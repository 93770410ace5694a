import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { expect, onTestFinished, vi } from 'vitest'
import { targetOf } from '../../../infra/seed/aws.ts'
import { readSeed } from '../../../infra/seed/read-seed.ts'
import { runSeed } from '../../../infra/seed/run.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { startStandIn, test, type TestStandIn } from '../../support/stand-in.ts'

vi.setConfig({ testTimeout: 60_000 })

const sample = readFileSync('infra/seed/sample.yaml', 'utf8')

function keyOf({ administrator }: TestStandIn) {
  return {
    LOCAL_AWS_ACCESS_KEY_ID: administrator.accessKeyId,
    LOCAL_AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
  }
}

function seeding(standIn: TestStandIn) {
  const target = targetOf(standIn.config, keyOf(standIn))
  onTestFinished(() => {
    target.userPools.destroy()
    target.s3.destroy()
  })
  const user = (Username: string) => ({ UserPoolId: target.userPoolId, Username })
  return {
    ...target,
    seed: async (text: string, files: Readonly<Record<string, string>> = {}) => {
      const said: string[] = []
      const complaints: string[] = []
      const failed = await runSeed(readSeed(text, 'seed.yaml'), {
        target,
        file: 'seed.yaml',
        readBytes: (file) => new TextEncoder().encode(files[file]),
        say: (line) => said.push(line),
        complain: (line) => complaints.push(line),
      })
      return { said, complaints, failed }
    },
    find: (name: string) => target.userPools.send(new AdminGetUserCommand(user(name))),
    groupsOf: async (name: string) => {
      const command = new AdminListGroupsForUserCommand(user(name))
      const { Groups = [] } = await target.userPools.send(command)
      return Groups.map(({ GroupName }) => GroupName)
    },
  }
}

test('a file makes people, groups and objects, and finds them there the next time', async ({
  standIn,
  cognito,
}) => {
  const { seed, find, groupsOf, s3, bucket } = seeding(standIn)

  const first = await seed(sample)
  const second = await seed(sample)

  const names = ['group testers', 'ada@example.com', 'grace@example.com', 'alan@example.com']
  const all = [...names, 'shared/note.txt']
  expect(first).toEqual({ failed: 0, complaints: [], said: all.map((name) => `+  ${name}`) })
  expect(second).toEqual({ failed: 0, complaints: [], said: all.map((name) => `=  ${name}`) })
  expect(standIn.outbox).toEqual([])
  const { UserStatus, UserAttributes } = await find('ada@example.com')
  expect(UserStatus).toBe('CONFIRMED')
  expect(UserAttributes).toContainEqual({ Name: 'custom:company', Value: 'Analytical Engines' })
  expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
  expect(await groupsOf('ada@example.com')).toEqual(['testers'])
  expect((await find('grace@example.com')).UserStatus).toBe('FORCE_CHANGE_PASSWORD')
  expect((await find('alan@example.com')).Enabled).toBe(false)
  const note = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'shared/note.txt' }))
  expect(await note.Body!.transformToString()).toBe('Lunch is at one.')
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: standIn.config.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada@example.com', PASSWORD: 'Correct-Horse-1' },
    }),
  )
  expect(AuthenticationResult?.IdToken).toBeDefined()
})

test('what has changed in the file is changed, and nothing else', async ({ standIn }) => {
  const { seed, find, groupsOf, userPools, userPoolId } = seeding(standIn)
  await userPools.send(
    new AdminCreateUserCommand({ UserPoolId: userPoolId, Username: 'eve@example.com' }),
  )
  await seed(sample)

  const { said } = await seed(
    sample
      .replace('People who try', 'Those who try')
      .replace('groups: [testers]', 'groups: []')
      .replace('Ada Lovelace', 'Ada King')
      .replace('disabled: true', 'disabled: false')
      .replace('Lunch is at one.', 'Lunch is at two.'),
  )

  expect(said).toEqual([
    '~  group testers',
    '~  ada@example.com',
    '=  grace@example.com',
    '~  alan@example.com',
    '~  shared/note.txt',
  ])
  expect((await find('ada@example.com')).UserAttributes).toContainEqual({
    Name: 'name',
    Value: 'Ada King',
  })
  expect(await groupsOf('ada@example.com')).toEqual(['testers'])
  expect((await find('alan@example.com')).Enabled).toBe(true)
  expect((await find('eve@example.com')).UserStatus).toBe('FORCE_CHANGE_PASSWORD')
})

test('what fails is said by its line and name, without its password, and the rest is made', async ({
  standIn,
}) => {
  const { seed, find } = seeding(standIn)
  const text = `people:
  - email: ada@example.com
    password: Short-1
  - email: bob@example.com
    groups: [nobodys]
  - email: carol@example.com
objects:
  - key: a.bin
    file: a.bin`

  const { failed, said, complaints } = await seed(text, { 'a.bin': 'bytes' })

  expect(failed).toBe(2)
  expect(said).toEqual(['+  carol@example.com', '+  a.bin'])
  expect(complaints[0]).toMatch(/^seed\.yaml:2: ada@example\.com: InvalidPasswordException: /)
  expect(complaints[1]).toMatch(/^seed\.yaml:4: bob@example\.com: ResourceNotFoundException: /)
  expect(complaints.join('\n')).not.toContain('Short-1')
  expect((await find('carol@example.com')).Enabled).toBe(true)
})

test('second steps by message are on, the first of them asked for first', async () => {
  const standIn = await startStandIn({
    parameters: { SmsRoleArn: 'arn:aws:iam::123456789012:role/sms', SmsExternalId: 'seed' },
  })
  onTestFinished(() => standIn.close())
  const { seed, find } = seeding(standIn)
  const text = `people:
  - email: ada@example.com
    password: Correct-Horse-1
    attributes: { phone_number: '+15551234567', phone_number_verified: true }
    secondSteps: [sms]`

  const { said, complaints } = await seed(text)
  const again = await seed(text)

  expect([...said, ...complaints, ...again.said]).toEqual([
    '+  ada@example.com',
    '=  ada@example.com',
  ])
  expect(await find('ada@example.com')).toMatchObject({
    UserMFASettingList: ['SMS_MFA'],
    PreferredMfaSetting: 'SMS_MFA',
  })
})

test('a new address is as verified as the file says', async ({ standIn }) => {
  const { seed, find } = seeding(standIn)
  const phone = (number: string) =>
    `people:\n  - email: ada@example.com\n    attributes: { phone_number: '${number}', phone_number_verified: true }`
  await seed(phone('+15551234567'))

  const { said, complaints } = await seed(phone('+15557654321'))

  expect([...said, ...complaints]).toEqual(['~  ada@example.com'])
  const { UserAttributes } = await find('ada@example.com')
  expect(UserAttributes).toContainEqual({ Name: 'phone_number', Value: '+15557654321' })
  expect(UserAttributes).toContainEqual({ Name: 'phone_number_verified', Value: 'true' })
})

test('the command seeds the local AWS by the administrator’s key, and asks for it where it is missing', async ({
  standIn,
}) => {
  const folder = temporaryFolder()
  const config = join(folder, 'config.json')
  writeFileSync(config, JSON.stringify(standIn.config))
  const run = async (env: Record<string, string>) => {
    const argv = ['infra/seed/seed.mjs', 'infra/seed/sample.yaml', '--config', config]
    const child = spawn(process.execPath, argv, { env: { PATH: process.env['PATH'], ...env } })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.stderr.on('data', (chunk) => (output += String(chunk)))
    const [code] = (await once(child, 'close')) as [number]
    return { code, output }
  }

  const refused = await run({})
  const seeded = await run(keyOf(standIn))

  expect(refused.code).toBe(2)
  expect(refused.output).toContain('LOCAL_AWS_ACCESS_KEY_ID')
  expect(seeded.code, seeded.output).toBe(0)
  expect(seeded.output).toContain('+  ada@example.com')
  expect(seeded.output).toContain('1 groups, 3 people, 1 objects, 0 failed.')
})
