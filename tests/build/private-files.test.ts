import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, resolveConfig } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { privateFiles } from '../../infra/build/configuration/private-files.ts'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

async function startServer(root: string, data?: string) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [privateFiles(data)],
    server: { port: 0, host: '127.0.0.1' },
  })
  onTestFinished(() => server.close())
  await server.listen()
  const url = server.resolvedUrls!.local[0]!
  return async (path: string) => {
    const { status } = await fetch(`${url}${path}`, {
      headers: { origin: 'http://localhost:3000' },
    })
    return status
  }
}

function write(root: string, folder: string, name: string) {
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, folder, name), '{"secret":true}')
}

test('the dev server hands out no file of the data folder', async () => {
  const root = temporaryFolder()
  write(root, '.local-aws', 'log.jsonl')
  write(root, 'state (of ours) [1]', 'log.jsonl')
  write(root, 'state', 'log.jsonl')
  write(root, '.', '.env.local')
  const statusOf = await startServer(root, join(root, 'state (of ours) [1]'))

  for (const path of [
    '.local-aws/log.jsonl',
    '.local-aws/log.jsonl?raw',
    '.local-aws/log.jsonl?import&raw',
    '.LOCAL-AWS/../.local-aws/log.jsonl',
    `@fs${root}/.local-aws/log.jsonl`,
    'state%20(of%20ours)%20[1]/log.jsonl',
  ]) {
    expect(await statusOf(path), path).toBe(403)
  }
  expect(await statusOf('state/log.jsonl')).toBe(200)
})

test('what Vite keeps to itself stays there', async () => {
  const root = temporaryFolder()
  write(root, '.', '.env.local')
  write(root, '.', 'server.pem')
  const statusOf = await startServer(root)

  expect(await statusOf('.env.local')).toBe(403)
  expect(await statusOf('server.pem')).toBe(403)
})

test("the app's own dev server is one of them", async () => {
  const { server } = await resolveConfig({ mode: 'local-aws' }, 'serve', 'local-aws')

  expect(server.fs.deny).toEqual(expect.arrayContaining(['**/.local-aws/**', '.env', '.env.*']))
})
