import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readAppConfig } from '../../../infra/build/configuration/app-config.ts'
import { envKeys } from '../../../infra/build/configuration/env-keys.ts'
import { writeEnvFile } from '../../../infra/deploy/env-file.ts'
import { mergeEnv, outputsToEnv } from '../../../infra/deploy/outputs-to-env.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const values = new Map([
  ['VITE_AWS_REGION', 'eu-west-1'],
  ['VITE_S3_BUCKET', 'profiles'],
  ['VITE_SOCIAL_PROVIDERS', ''],
])

test.for([
  ['an empty file', '', 'VITE_AWS_REGION=eu-west-1\nVITE_S3_BUCKET=profiles\n'],
  [
    'other lines',
    '# mine\nMINE=1\n\nVITE_THEME="a b"\n',
    '# mine\nMINE=1\n\nVITE_THEME="a b"\nVITE_AWS_REGION=eu-west-1\nVITE_S3_BUCKET=profiles\n',
  ],
  [
    'older values, in place',
    'VITE_S3_BUCKET=old # the bucket\nMINE=1\nexport VITE_AWS_REGION = "us-east-1"\n',
    'VITE_S3_BUCKET=profiles\nMINE=1\nVITE_AWS_REGION=eu-west-1\n',
  ],
  [
    'a key that is there twice',
    'VITE_AWS_REGION=a\nMINE=1\nVITE_AWS_REGION=b\n',
    'VITE_AWS_REGION=eu-west-1\nMINE=1\nVITE_S3_BUCKET=profiles\n',
  ],
  [
    'a key without a value any more',
    'VITE_SOCIAL_PROVIDERS=Google\nMINE=1\n',
    'MINE=1\nVITE_AWS_REGION=eu-west-1\nVITE_S3_BUCKET=profiles\n',
  ],
  [
    'a key in a comment',
    '# VITE_AWS_REGION=us-east-1\n',
    '# VITE_AWS_REGION=us-east-1\nVITE_AWS_REGION=eu-west-1\nVITE_S3_BUCKET=profiles\n',
  ],
  [
    'line ends of Windows, and none at the end',
    'MINE=1\r\nVITE_AWS_REGION=x',
    'MINE=1\r\nVITE_AWS_REGION=eu-west-1\r\nVITE_S3_BUCKET=profiles\r\n',
  ],
  [
    'a value of several lines that looks like a key',
    'KEY="-----BEGIN\nVITE_AWS_REGION=us-east-1\n-----END"\nMINE=1\n',
    'KEY="-----BEGIN\nVITE_AWS_REGION=us-east-1\n-----END"\nMINE=1\nVITE_AWS_REGION=eu-west-1\nVITE_S3_BUCKET=profiles\n',
  ],
])('values are merged into %s', ([, before, after]) => {
  const text = mergeEnv(before!, values)

  expect(text).toBe(after)
  expect(mergeEnv(text, values)).toBe(after)
})

test('a value with spaces or signs is quoted, so that nothing in it is expanded', () => {
  const text = mergeEnv('', new Map([['VITE_SOCIAL_PROVIDERS', 'Google,My $Company #1']]))

  expect(text).toBe("VITE_SOCIAL_PROVIDERS='Google,My $Company #1'\n")
})

test('the outputs of the stack are the settings that the app reads', () => {
  const outputs = {
    Region: 'eu-west-1',
    UserPoolId: 'eu-west-1_AbCdEfGhI',
    UserPoolClientId: '1h57kf5cpq17m0eml12example',
    IdentityPoolId: 'eu-west-1:12345678-90ab-cdef-1234-567890abcdef',
    Domain: 'acme.auth.eu-west-1.amazoncognito.com',
    Bucket: 'profiles',
    SocialProviders: 'Google,Facebook',
    RedirectSignIn: 'http://localhost:5173/callback',
  }

  const env = outputsToEnv(
    Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  )

  expect([...env.keys()]).toEqual(Object.keys(envKeys))
  expect(readAppConfig(Object.fromEntries(env), undefined)).toMatchObject({
    kind: 'aws',
    document: {
      region: outputs.Region,
      userPoolId: outputs.UserPoolId,
      userPoolClientId: outputs.UserPoolClientId,
      identityPoolId: outputs.IdentityPoolId,
      domain: outputs.Domain,
      bucket: outputs.Bucket,
      socialProviders: ['Google', 'Facebook'],
    },
  })
})

test('the file is written whole, with its rights, and no draft is left', () => {
  const path = join(temporaryFolder(), '.env.local')
  writeFileSync(path, 'MINE=1\n')
  chmodSync(path, 0o640)

  expect(writeEnvFile(path, values)).toBe(true)

  expect(readFileSync(path, 'utf8')).toBe(
    'MINE=1\nVITE_AWS_REGION=eu-west-1\nVITE_S3_BUCKET=profiles\n',
  )
  expect(statSync(path).mode & 0o777).toBe(0o640)
  expect(readdirSync(dirname(path))).toEqual(['.env.local'])
  expect(writeEnvFile(path, values)).toBe(false)
})

test('a link to the file stays a link', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'shared.env'), 'MINE=1\n')
  symlinkSync('shared.env', join(folder, '.env.local'))

  writeEnvFile(join(folder, '.env.local'), values)

  expect(lstatSync(join(folder, '.env.local')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(folder, 'shared.env'), 'utf8')).toContain('VITE_AWS_REGION=eu-west-1')
})

test('a file that cannot be written is said, and that the stack is deployed', () => {
  const path = join(temporaryFolder(), 'no-such-folder', '.env.local')

  expect(() => writeEnvFile(path, values)).toThrow(
    /The stack is deployed, but .* could not be written/,
  )
})
