import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Facts } from '../../data/facts.ts'
import { runProcess, startProcess } from '../../support/node/local-process.ts'
import { startDataFolder } from '../../support/node/start-data-folder.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

test('a state that is exported is another one’s after an import: people, tokens, objects', async () => {
  const parent = temporaryFolder()
  const [mine, theirs] = [join(parent, 'mine'), join(parent, 'theirs')]
  const file = join(parent, 'state.tar.gz')
  cpSync('tests/data/shape-1/folder', mine, { recursive: true })

  const exported = await runProcess({ LOCAL_AWS_DATA: mine }, ['--export', file])
  expect(exported).toMatchObject({ code: 0, stdout: '' })
  expect(exported.stderr).toMatch(
    /has all data of .*mine: \d+ bytes, 6 object bodies\. It holds keys/,
  )
  const imported = await runProcess({ LOCAL_AWS_DATA: theirs }, [`--import=${file}`])
  expect(imported).toMatchObject({ code: 0, stdout: '' })
  expect(imported.stderr).toContain(`${theirs} has the data of ${file} now.`)

  const facts = JSON.parse(readFileSync('tests/data/shape-1/facts.json', 'utf8')) as Facts
  const { url, s3Url, standIn } = await startDataFolder(theirs, facts)
  const { region } = standIn.config()
  const { userPoolClientId: ClientId, ada } = facts
  const cognito = new CognitoIdentityProviderClient({ endpoint: url, region })
  const credentials = { ...ada.credentials }
  const s3 = new S3Client({ endpoint: s3Url, region, forcePathStyle: true, credentials })
  onTestFinished(() => {
    cognito.destroy()
    s3.destroy()
  })
  const AuthParameters = { USERNAME: ada.email, PASSWORD: ada.password }
  const signIn = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const
  const { AuthenticationResult } = await cognito.send(new InitiateAuthCommand(signIn))
  expect(AuthenticationResult).toHaveProperty('IdToken')
  const refresh = { ClientId, RefreshToken: ada.refreshToken }
  await cognito.send(new GetTokensFromRefreshTokenCommand(refresh))
  const Key = `users/${ada.identityId}/profile.json`
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: facts.bucket, Key }))
  expect(await Body?.transformToString()).toBe(facts.objects['profile.json'])
}, 60_000)

test('nothing is exported or imported while a local AWS runs, nor over what is there', async () => {
  const env = { LOCAL_AWS_PORT: '0', LOCAL_AWS_DATA: temporaryFolder() }
  const file = join(temporaryFolder(), 'state.tar.gz')
  const local = await startProcess(env)
  const early = [
    ['--export', file],
    ['--import', file, '--replace'],
  ]
  for (const { code, stderr } of await Promise.all(early.map((argv) => runProcess(env, argv)))) {
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Another local AWS keeps its data in /)
  }
  expect(existsSync(file)).toBe(false)
  await local.end('SIGKILL')

  expect(await runProcess(env, ['--export', file])).toMatchObject({ code: 0 })
  const refused = await runProcess(env, ['--import', file])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/ has data already\. --replace overwrites it; .*\n$/)
  expect(await runProcess(env, ['--import', file, '--replace'])).toMatchObject({ code: 0 })
}, 60_000)
