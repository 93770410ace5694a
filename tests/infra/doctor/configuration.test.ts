import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfiguration, readGivenConfiguration } from '../../../infra/doctor/configuration.ts'
import { encodings } from '../../support/core/encodings.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const document = {
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEfGhI',
  userPoolClientId: '1h57kf5cpq17m0eml12example',
  socialProviders: [],
  redirectSignIn: [],
  redirectSignOut: [],
}
const envFile = [
  `VITE_AWS_REGION=${document.region}`,
  `VITE_USER_POOL_ID=${document.userPoolId}`,
  `VITE_USER_POOL_CLIENT_ID="${document.userPoolClientId}"`,
].join('\n')
const outputs = {
  version: '1.4',
  auth: {
    aws_region: 'eu-west-1',
    user_pool_id: 'eu-west-1_Amplify00',
    user_pool_client_id: document.userPoolClientId,
  },
}
const origin = 'http://localhost:5173'
const nothingAnswers = () => Promise.reject(new TypeError('fetch failed'))

function folderWith(files: Record<string, unknown>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(join(folder, name), text)
  }
  return folder
}

test('.env.local counts before amplify_outputs.json, as for npm start', async () => {
  const root = folderWith({ '.env.local': envFile, 'amplify_outputs.json': outputs })

  const configuration = await readConfiguration({ root, origin, fetch: nothingAnswers })

  expect(configuration).toMatchObject({ kind: 'ready', source: '.env.local', config: document })
})

test('amplify_outputs.json does where there is no .env.local', async () => {
  const root = folderWith({ 'amplify_outputs.json': outputs })

  const configuration = await readConfiguration({ root, origin, fetch: nothingAnswers })

  expect(configuration).toMatchObject({
    kind: 'ready',
    source: 'amplify_outputs.json',
    config: { userPoolId: 'eu-west-1_Amplify00' },
  })
})

test('without a file, what the running app is told counts', async () => {
  const asked: string[] = []
  const fetch = (url: string) => {
    asked.push(url)
    return Promise.resolve(Response.json(document))
  }

  const configuration = await readConfiguration({ root: temporaryFolder(), origin, fetch })

  expect(configuration).toMatchObject({ kind: 'ready', config: document })
  expect(asked).toEqual([`${origin}/config.json`])
})

test('without a file and without a running app there is none', async () => {
  const root = temporaryFolder()

  const configuration = await readConfiguration({ root, origin, fetch: nothingAnswers })

  expect(configuration).toEqual({ kind: 'none', source: `${origin}/config.json` })
})

test('a file that is half filled is never taken for none', async () => {
  const root = folderWith({ '.env.local': 'VITE_AWS_REGION=eu-west-1' })
  const fetch = () => Promise.resolve(Response.json(document))

  const configuration = await readConfiguration({ root, origin, fetch })

  expect(configuration).toMatchObject({
    kind: 'half-filled',
    source: '.env.local',
    problems: [{ key: 'VITE_USER_POOL_ID' }, { key: 'VITE_USER_POOL_CLIENT_ID' }],
  })
})

test.for([
  { name: 'config.json', content: document, userPoolId: document.userPoolId },
  { name: 'staging.env', content: envFile, userPoolId: document.userPoolId },
  { name: 'outputs.json', content: outputs, userPoolId: 'eu-west-1_Amplify00' },
])('--config takes a file like $name', async ({ name, content, userPoolId }) => {
  const file = join(folderWith({ [name]: content }), name)

  const configuration = await readGivenConfiguration(file, { fetch: nothingAnswers })

  expect(configuration).toMatchObject({ kind: 'ready', source: file, config: { userPoolId } })
})

test.for([
  { what: 'none', answer: nothingAnswers, problem: 'unreachable' },
  {
    what: 'a page',
    answer: () => Promise.resolve(new Response('<!doctype html>')),
    problem: 'not-json',
  },
  {
    what: 'a refusal',
    answer: () => Promise.resolve(new Response('', { status: 404 })),
    problem: 'not-found',
  },
])('--config takes a URL, and $what there is a finding', async ({ answer, problem }) => {
  const url = 'https://app.example.com/config.json'

  const configuration = await readGivenConfiguration(url, { fetch: answer })

  expect(configuration).toEqual({ kind: 'wrong', source: url, problems: [{ kind: problem }] })
})

test('--config refuses a file that is not there', async () => {
  const reading = readGivenConfiguration('/nowhere.json', { fetch: nothingAnswers })

  await expect(reading).rejects.toMatchObject({ name: 'Refusal' })
})

test('a document with a key that is wrong is said as the app says it', async () => {
  const file = join(folderWith({ 'c.json': { ...document, userPoolId: 'my-pool' } }), 'c.json')

  const configuration = await readGivenConfiguration(file, { fetch: nothingAnswers })

  expect(configuration).toMatchObject({
    kind: 'wrong',
    problems: [{ kind: 'malformed', key: 'userPoolId', value: 'my-pool' }],
  })
})

test.each(encodings)('a file that is named is read as %s', async (_name, encode) => {
  for (const text of [envFile, JSON.stringify(document), JSON.stringify(outputs)]) {
    const file = join(temporaryFolder(), 'given')
    writeFileSync(file, encode(text))

    expect(await readGivenConfiguration(file, { fetch: nothingAnswers })).toMatchObject({
      kind: 'ready',
      config: { region: 'eu-west-1' },
    })
  }
})

test('a file in another encoding is refused with what to do', async () => {
  const file = join(temporaryFolder(), 'given')
  writeFileSync(file, Buffer.from(`# Zürich\n${envFile}`, 'latin1'))

  await expect(readGivenConfiguration(file, { fetch: nothingAnswers })).rejects.toThrow(
    'Save it again as UTF-8',
  )
})
