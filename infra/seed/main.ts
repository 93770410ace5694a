import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { readTextFile } from '../../local/node/read-text-file.ts'
import { readConfiguration, readGivenConfiguration } from '../doctor/configuration.ts'
import { checkNothingWasKeptByNpm, parseArguments } from './arguments.ts'
import { targetOf } from './aws.ts'
import { Refusal } from './problem.ts'
import { readSeed } from './read-seed.ts'
import { runSeed } from './run.ts'
import { usage } from './usage.ts'

/** The process edge: arguments, environment and terminal, and nothing else. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    checkNothingWasKeptByNpm(process.env)
    const options = parseArguments(argv)
    if (options.command === 'help') {
      process.stdout.write(usage)
      return 0
    }
    const { file, isDryRun } = options
    const seed = readSeed(readText(file), file)
    const counts = `${seed.groups.length} groups, ${seed.people.length} people, ${seed.objects.length} objects`
    if (isDryRun) {
      process.stdout.write(`${file}: ${counts}. Nothing was made.\n`)
      return 0
    }
    const target = targetOf(await configurationFor(options), process.env)
    const failed = await runSeed(seed, {
      target,
      file,
      readBytes: (name) => readFileSync(resolve(dirname(file), name)),
      say: (line) => void process.stdout.write(`${line}\n`),
      complain: (line) => void process.stderr.write(`${line}\n`),
    })
    process.stdout.write(`${target.userPoolId}: ${counts}, ${failed} failed.\n`)
    return failed === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n${error.remedy}\n`)
    return 2
  }
}

async function configurationFor({ origin, config }: { origin: string; config?: string }) {
  const get = (url: string) => fetch(url)
  const read = await (config === undefined
    ? readConfiguration({ root: process.cwd(), origin, fetch: get })
    : readGivenConfiguration(config, { fetch: get }))
  if (read.kind === 'ready') return read.config
  throw new Refusal(
    `${read.source} has no configuration that could be used.`,
    'Start the app (npm start), or say where to with --config. npm run doctor says more.',
  )
}

function readText(file: string): string {
  try {
    return readTextFile(file)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new Refusal(`${file} cannot be read.\n${error.message}`, 'Name a file that is there.')
  }
}
