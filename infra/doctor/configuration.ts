import { readTextFile, TextFileError } from '../../local/node/read-text-file.ts'
import type { AppConfig } from '../../src/config/app-config.ts'
import { ConfigError, type ConfigProblem } from '../../src/config/config-error.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { readAppConfig, type AppConfig as Read } from '../build/configuration/app-config.ts'
import type { ConfigProblem as FileProblem } from '../build/configuration/check-aws-config.ts'
import { readConfigFiles } from '../build/configuration/read-config-files.ts'
import { parseEnvText, unreadNames } from '../build/configuration/parse-env-text.ts'
import { Refusal } from './problem.ts'
import { parseUrl } from '../../local/core/encoding/parse-url.ts'

export type Configuration =
  | { kind: 'ready'; source: string; config: AppConfig }
  /** As the app says it, of `/config.json`. */
  | { kind: 'wrong'; source: string; problems: readonly ConfigProblem[] }
  /** As `npm start` says it, of a file that `/config.json` is written from. */
  | { kind: 'half-filled'; source: string; problems: readonly FileProblem[] }
  /** No file, and no app that could be on the local AWS. */
  | { kind: 'none'; source: string }

interface Places {
  /** The folder where the app's own files are. */
  root: string
  origin: string
  fetch: (url: string) => Promise<Response>
}

/**
 * The configuration that the app would have: `.env.local`, else `amplify_outputs.json`, else what a
 * running app is told, which is the local AWS.
 */
export async function readConfiguration({ root, origin, fetch }: Places): Promise<Configuration> {
  // The mode of `npm start`.
  const read = readConfigFiles(root, 'development')
  if (read.kind !== 'absent') return written(read, read.source)
  const answer = await served(`${origin}/config.json`, fetch)
  const isSilent = answer.kind === 'wrong' && answer.problems[0]?.kind === 'unreachable'
  return isSilent ? { kind: 'none', source: answer.source } : answer
}

/**
 * The configuration that is named: the URL of a `/config.json`, or a file of any of the three kinds.
 *
 * @throws Refusal when there is no such file.
 */
export async function readGivenConfiguration(
  given: string,
  { fetch }: Pick<Places, 'fetch'>,
): Promise<Configuration> {
  if (/^https?:/.test(given) && parseUrl(given) !== undefined) return await served(given, fetch)
  const text = readGiven(given)
  const json = parseJson(text)
  if (json === undefined) {
    const names = unreadNames(text)
    return written(readAppConfig(parseEnvText(text), undefined, undefined, names), given)
  }
  return isAmplifyOutputs(json) ? written(readAppConfig({}, text), given) : parsed(json, given)
}

function written(read: Read, source: string): Configuration {
  switch (read.kind) {
    case 'absent':
      return { kind: 'none', source }
    case 'wrong':
      return { kind: 'half-filled', source, problems: read.problems }
    case 'aws':
      return parsed(read.document, source)
  }
}

async function served(url: string, fetch: Places['fetch']): Promise<Configuration> {
  const wrong = (kind: 'unreachable' | 'not-found' | 'not-json'): Configuration => ({
    kind: 'wrong',
    source: url,
    problems: [{ kind }],
  })
  const response = await fetch(url).catch(() => undefined)
  if (response === undefined) return wrong('unreachable')
  if (!response.ok) return wrong('not-found')
  const json = parseJson(await response.text())
  return json === undefined ? wrong('not-json') : parsed(json, url)
}

function parsed(json: unknown, source: string): Configuration {
  try {
    return { kind: 'ready', source, config: parseConfig(json) }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { kind: 'wrong', source, problems: error.problems }
  }
}

function isAmplifyOutputs(json: unknown): boolean {
  return json instanceof Object && 'auth' in json
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function readGiven(file: string): string {
  try {
    return readTextFile(file)
  } catch (error) {
    if (error instanceof TextFileError) throw new Refusal(error.message, 'Then run this again.')
    throw new Refusal(`${file} cannot be read.`, '--config takes a file, or the URL of one.')
  }
}
