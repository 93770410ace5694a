import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Timer } from '../../local/core/ports/timer.ts'
import { failureOf, readOutcome } from '../../local/lambda/outcome.ts'
import { runFunction } from '../../local/lambda/run-function.ts'
import { startFunction } from '../../local/node/function-process.ts'
import { readTextFile } from '../../local/node/read-text-file.ts'
import { systemTimer } from '../../local/node/system-timer.ts'
import { saveEvent } from './save-event.ts'
import { sourceOf } from './source-of.mjs'

const usage = `Usage: npm run trigger -- NAME --event FILE [--env NAME=VALUE …]
       npm run trigger -- --last SOURCE --save FILE

  NAME     of a function in infra/triggers, without what follows the dot
  --event  a file with the event, as JSON
  --env    a variable of the function's; it has no others but those that lead its SDK to the local AWS
  --last   the source of the event that came last, PreSignUp_SignUp say, to the local AWS that runs
  --save   where it goes, for --event`

/**
 * Runs one function alone, with an event from a file, or saves such a file. A function's answer goes to stdout, as JSON; what it prints,
 * and how it fails, to stderr.
 *
 * @param root the folder that has `infra/triggers`.
 * @returns the exit status: 1 where there is no answer.
 */
export async function main(
  argv: readonly string[],
  root: string,
  output: Output = terminal,
  timer: Timer = systemTimer,
): Promise<number> {
  try {
    const asked = parse(argv)
    if (asked.source !== undefined) {
      output.tell(await saveEvent(asked))
      return 0
    }
    const { name, event, environment } = asked
    const source = await sourceOf(root, join('infra', 'triggers', fileOf(root, name)))
    const json = JSON.stringify(JSON.parse(readTextFile(event)))
    output.answer(
      await run({ name, source, handler: 'index.handler', environment }, json, output, timer),
    )
    return 0
  } catch (error) {
    output.tell(error instanceof Error ? error.message : String(error))
    return 1
  }
}

export interface Output {
  answer: (json: string) => void
  tell: (line: string) => void
}

const terminal: Output = {
  answer: (json) => void process.stdout.write(`${json}\n`),
  tell: (line) => void process.stderr.write(`${line}\n`),
}

function parse(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      event: { type: 'string' },
      env: { type: 'string', multiple: true },
      last: { type: 'string' },
      save: { type: 'string' },
    },
    allowPositionals: true,
  })
  const [name, ...others] = positionals
  const { event, env = [], last, save } = values
  if (last !== undefined && save !== undefined && name === undefined && event === undefined) {
    return { source: last, file: save }
  }
  const isHalf = last !== undefined || save !== undefined
  if (name === undefined || event === undefined || others.length > 0 || isHalf)
    throw new Error(usage)
  const given = env.map((pair): [string, string] => {
    const [, key, value] = /^(\w+)=(.*)$/s.exec(pair) ?? []
    if (key === undefined || value === undefined) throw new Error(`--env ${pair}: NAME=VALUE`)
    return [key, value]
  })
  const port = process.env['LOCAL_AWS_PORT'] ?? '9229'
  const environment = {
    AWS_ENDPOINT_URL: `http://localhost:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...Object.fromEntries(given),
  }
  return { name, event, environment }
}

/** @throws an error that lists what there is. */
function fileOf(root: string, name: string): string {
  const folder = join(root, 'infra', 'triggers')
  const handlers = readdirSync(folder).filter(
    (file) => /\.(ts|mjs|cjs)$/.test(file) && isHandler(readTextFile(join(folder, file))),
  )
  const found = ['ts', 'mjs', 'cjs']
    .map((end) => `${name}.${end}`)
    .find((file) => handlers.includes(file))
  if (found !== undefined) return found
  throw new Error(`infra/triggers has no function ${name}: it has ${handlers.join(', ')}.`)
}

/** The tools around them export no handler. */
function isHandler(source: string): boolean {
  return /^export\b.*\bhandler\b|^(?:module\.)?exports\b.*\bhandler\b/m.test(source)
}

async function run(
  code: Parameters<typeof startFunction>[0],
  event: string,
  { tell }: Output,
  timer: Timer,
): Promise<string> {
  const process = startFunction(code, tell)
  try {
    const arn = `arn:aws:lambda:us-east-1:000000000000:function:${code.name}`
    const call = { requestId: 'alone', arn, event }
    const outcome = await runFunction(timer, { process, isLoaded: false }, call)
    const failure = failureOf(outcome)
    if (failure !== undefined) throw new Error(failure)
    return JSON.stringify(readOutcome(outcome, { requestId: 'alone', nowMs: 0 }), undefined, 2)
  } finally {
    await process.end()
    // What it printed last comes with its end, in streams of their own.
    await setImmediate()
  }
}
