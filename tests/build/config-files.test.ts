import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfigFiles } from '../../infra/build/configuration/read-config-files.ts'
import { encodings } from '../support/core/encodings.ts'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

const envFile = [
  '# Zürich',
  'VITE_AWS_REGION=eu-west-1',
  'VITE_USER_POOL_ID=eu-west-1_AbCdEfGhI',
  'VITE_USER_POOL_CLIENT_ID=1h57kf5cpq17m0eml12example',
  'PREFIX=mine',
  'VITE_COGNITO_DOMAIN=${PREFIX}.auth.eu-west-1.amazoncognito.com',
  '',
].join('\n')

const outputs = JSON.stringify(
  {
    version: '1.4',
    auth: {
      aws_region: 'eu-west-1',
      user_pool_id: 'eu-west-1_AbCdEfGhI',
      user_pool_client_id: '1h57kf5cpq17m0eml12example',
    },
  },
  null,
  2,
)

const document = {
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEfGhI',
  userPoolClientId: '1h57kf5cpq17m0eml12example',
}

function readIn(files: Record<string, string | Uint8Array>) {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return readConfigFiles(folder, 'development')
}

function messagesIn(files: Record<string, string | Uint8Array>) {
  const config = readIn(files)
  return config.kind === 'wrong' ? config.problems.map(({ message }) => message) : config.kind
}

test.each(encodings)('.env.local is read as %s', (_name, encode) => {
  expect(readIn({ '.env.local': encode(envFile) })).toMatchObject({
    kind: 'aws',
    source: '.env.local',
    notes: [],
    document: { ...document, domain: 'mine.auth.eu-west-1.amazoncognito.com' },
  })
})

test('.env.local is read with the line ends of old Macs', () => {
  expect(readIn({ '.env.local': envFile.replaceAll('\n', '\r') })).toMatchObject({ document })
})

test('each env file is read as it was saved, and Vite’s order holds', () => {
  const [, encode] = encodings[1]!
  const files = { '.env': encode(envFile), '.env.local': 'VITE_COGNITO_DOMAIN=login.example.com' }

  expect(readIn(files)).toMatchObject({ document: { ...document, domain: 'login.example.com' } })
})

test.each(encodings)('amplify_outputs.json is read as %s', (_name, encode) => {
  expect(readIn({ 'amplify_outputs.json': encode(outputs) })).toMatchObject({
    kind: 'aws',
    source: 'amplify_outputs.json',
    document,
  })
})

test.each(['.env.local', 'amplify_outputs.json'])('%s in Windows-1252 is named', (name) => {
  const text = name === '.env.local' ? envFile : outputs.replace('"1.4"', '"1.4", "note": "Zürich"')

  expect(messagesIn({ [name]: Buffer.from(text, 'latin1') })).toEqual([
    expect.stringMatching(new RegExp(`${name} is not text in UTF-8.*Save it again as UTF-8`)),
  ])
})

test.each([
  ['.env.local.txt', '.env.local'],
  ['env.local', '.env.local'],
  ['amplify_outputs.json.txt', 'amplify_outputs.json'],
])('%s is no reason to run on the local AWS', (name, right) => {
  expect(messagesIn({ [name]: name.startsWith('amplify') ? outputs : envFile })).toEqual([
    `${name} is not read: rename it to ${right}.`,
  ])
})

test('an outputs file that cannot be read is not an absent one', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'amplify_outputs.json'))

  expect(readConfigFiles(folder, 'development')).toMatchObject({
    kind: 'wrong',
    problems: [{ message: expect.stringContaining('EISDIR') as string }],
  })
})

test.each([
  ['VITE_COGNITO_USER_POOL_ID', 'VITE_USER_POOL_ID'],
  ['VITE_USERPOOL_ID', 'VITE_USER_POOL_ID'],
  ['VITE_AWS_USER_POOLS_ID', 'VITE_USER_POOL_ID'],
  ['vite_user_pool_id', 'VITE_USER_POOL_ID'],
  ['REACT_APP_USER_POOL_ID', 'VITE_USER_POOL_ID'],
  ['NEXT_PUBLIC_COGNITO_USER_POOL_ID', 'VITE_USER_POOL_ID'],
  ['COGNITO_USER_POOL_ID', 'VITE_USER_POOL_ID'],
  ['USER_POOL_ID', 'VITE_USER_POOL_ID'],
  ['VITE_USER_POLL_ID', 'VITE_USER_POOL_ID'],
  ['VITE_COGNITO_CLIENT_ID', 'VITE_USER_POOL_CLIENT_ID'],
  ['VITE_USER_POOL_WEB_CLIENT_ID', 'VITE_USER_POOL_CLIENT_ID'],
  ['REACT_APP_USER_POOL_CLIENT_ID', 'VITE_USER_POOL_CLIENT_ID'],
  ['VITE_COGNITO_REGION', 'VITE_AWS_REGION'],
  ['VITE_COGNITO_IDENTITY_POOL_ID', 'VITE_IDENTITY_POOL_ID'],
  ['VITE_USER_POOL_DOMAIN', 'VITE_COGNITO_DOMAIN'],
])('%s alone is named, with %s', (name, meant) => {
  expect(messagesIn({ '.env.local': `${name}=eu-west-1_AbCdEfGhI\n` })).toContain(
    `${name} is not read: the name is ${meant}.`,
  )
})

test('a name that is meant is not called missing besides', () => {
  const text = envFile.replace('VITE_USER_POOL_ID', 'VITE_COGNITO_USER_POOL_ID')

  expect(messagesIn({ '.env.local': text })).toEqual([
    'VITE_COGNITO_USER_POOL_ID is not read: the name is VITE_USER_POOL_ID.',
  ])
})

test('AWS_REGION is no name of ours, but meant where the rest is there', () => {
  expect(readIn({ '.env.local': 'AWS_REGION=eu-west-1\nS3_BUCKET=b\nVITE_DOMAIN=x' })).toEqual({
    kind: 'absent',
  })
  expect(messagesIn({ '.env.local': envFile.replace('VITE_AWS_REGION', 'AWS_REGION') })).toEqual([
    'AWS_REGION is not read: the name is VITE_AWS_REGION.',
  ])
})

test('a name that is read by nobody beside the right one is said, and stops nothing', () => {
  expect(
    readIn({ '.env.local': `${envFile}VITE_COGNITO_USER_POOL_ID=x\nVITE_BUCKET=b\n` }),
  ).toMatchObject({
    kind: 'aws',
    notes: [
      'VITE_BUCKET is not read: the name is VITE_S3_BUCKET.',
      'VITE_COGNITO_USER_POOL_ID is not read: the name is VITE_USER_POOL_ID.',
    ],
  })
})

test('names of one’s own are nobody’s business', () => {
  const text = `${envFile}VITE_API_URL=/api\nVITE_SENTRY_DSN=x\nVITE_FEATURE_INVITES=on\n`

  expect(readIn({ '.env.local': text })).toMatchObject({ kind: 'aws', notes: [] })
})

test.each([
  ['of cmd.exe', 'set VITE_AWS_REGION=eu-west-1\n', 'set VITE_AWS_REGION'],
  ['of PowerShell', '$env:VITE_AWS_REGION = "eu-west-1"\n', '$env:VITE_AWS_REGION'],
  ['of fish', 'set -x VITE_AWS_REGION eu-west-1\n', 'set -x VITE_AWS_REGION'],
  ['of YAML', 'VITE_AWS_REGION: eu-west-1\n', 'VITE_AWS_REGION:'],
])('a line in the form %s is no silent fallback', (_form, text, name) => {
  expect(readIn({ '.env.local': text })).toMatchObject({
    kind: 'wrong',
    problems: expect.arrayContaining([
      expect.objectContaining({ message: `${name} is not read: the name is VITE_AWS_REGION.` }),
    ]),
  })
})

test.each(['[default]\n', 'cat > .env.local <<EOF\n', '---\n', '# it\'s = "mine\n'])(
  'after a line that gives nothing (%j) the next one counts',
  (line) => {
    expect(readIn({ '.env.local': `${line}${envFile}EOF\n` })).toMatchObject({
      kind: 'aws',
      document: { ...document, domain: 'mine.auth.eu-west-1.amazoncognito.com' },
    })
  },
)

test('a value in quotes may have lines of its own', () => {
  const text = `NOTE="one\ntwo\nthree"\n${envFile}`

  expect(readIn({ '.env.local': text })).toMatchObject({ kind: 'aws', document })
})
