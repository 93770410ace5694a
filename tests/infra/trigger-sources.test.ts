import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { inlined } from '../../infra/triggers/inline.mjs'
import { watchTriggers } from '../../infra/triggers/watch-triggers.mjs'
import type { FunctionProcess } from '../../local/core/ports/function-process.ts'
import { startFunction } from '../../local/node/function-process.ts'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

const started: FunctionProcess[] = []
afterEach(() => Promise.all(started.splice(0).map((process) => process.end())))

/** A folder with these files in `infra/triggers`. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'infra', 'triggers'), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(root, 'infra', 'triggers', name), text)
  }
  return root
}

const templateOf = (name: string) =>
  `      Code:\n        # infra/triggers/${name}, put here.\n        ZipFile: |\n          // before\n      Timeout: 5\n`

/** What the function of that template answers to Ada, run as the local AWS runs it. */
async function answerOf(template: string) {
  const [, block = ''] = template.split('ZipFile: |\n')
  const [source = ''] = block.split('      Timeout: 5\n')
  const process = startFunction(
    { name: 'greet', source, handler: 'index.handler', environment: {} },
    () => undefined,
  )
  started.push(process)
  expect(await process.load()).toMatchObject({ kind: 'returned' })
  const call = { requestId: '1', arn: 'arn:greet', event: '{"name":"Ada"}', limitMs: 5000 }
  return process.call(call)
}

test.for([
  [
    'greet.ts',
    "import { greet } from './words.ts'\nimport type { Who } from './words.ts'\nexport const handler = async (who: Who): Promise<string> => greet(who)\n",
  ],
  [
    'greet.mjs',
    "import { greet } from './words.ts'\nexport async function handler(who) {\n  return greet(who)\n}\n",
  ],
] as const)('a function in %s is in the template with what it imports', async ([name, text]) => {
  const words =
    "import { createHash } from 'node:crypto'\nexport interface Who { name: string }\nexport function greet({ name }: Who): string {\n\n  return `Hello ${name} ${createHash('sha256').digest('hex').length}`\n}\n"
  const root = folderWith({ [name]: text, 'words.ts': words })

  const template = await inlined(templateOf(name), root)

  expect(template).toContain(`# infra/triggers/${name}, put here.`)
  expect(template).not.toContain('// before')
  expect(template.endsWith('      Timeout: 5\n')).toBe(true)
  expect(await answerOf(template)).toEqual({ kind: 'returned', json: '"Hello Ada 64"' })
  expect(await inlined(template, root)).toBe(template)
})

test('the AWS SDK stays where it is: Lambda has it', async () => {
  const text =
    "import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'\nexport const handler = async () => CognitoIdentityProviderClient.name\n"
  const template = await inlined(templateOf('sdk.ts'), folderWith({ 'sdk.ts': text }))

  expect(template.length).toBeLessThan(1000)
  expect(await answerOf(template)).toEqual({
    kind: 'returned',
    json: '"CognitoIdentityProviderClient"',
  })
})

test('a source that cannot be read is a fault that names it', async () => {
  const root = folderWith({ 'broken.ts': 'export const handler = (' })

  await expect(inlined(templateOf('broken.ts'), root)).rejects.toThrow('broken.ts')
})

test('a saved source is put into the template again', async () => {
  const root = folderWith({ 'greet.ts': '1' })
  let saved: () => void = () => undefined
  const stop = watchTriggers(root, () => {
    saved()
    return Promise.resolve()
  })
  try {
    for (const text of ['2', '3']) {
      const put = new Promise<void>((resolve) => (saved = resolve))
      writeFileSync(join(root, 'infra', 'triggers', 'greet.ts'), text)
      await put
    }
  } finally {
    stop()
  }
})
