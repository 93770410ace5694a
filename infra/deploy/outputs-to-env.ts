import type { Output } from '@aws-sdk/client-cloudformation'
import { envKeys } from '../build/configuration/env-keys.ts'

/** Values by the keys of `.env.local`; the outputs have the names of `/config.json`, capitalized. */
export function outputsToEnv(outputs: readonly Output[]): Map<string, string> {
  const values = new Map(outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]))
  return new Map(
    Object.entries(envKeys).map(([key, member]) => {
      const output = `${member.charAt(0).toUpperCase()}${member.slice(1)}`
      return [key, values.get(output) ?? '']
    }),
  )
}

/**
 * Puts the values into the text of an env file: in place where the key is there already, else at its
 * end. Everything else stays as it is, line ends included. An empty value takes its key out.
 */
export function mergeEnv(text: string, values: ReadonlyMap<string, string>): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const left = new Map(values)
  const lines = entriesOf(text).flatMap(({ key, text: entry }) => {
    if (key === undefined || !values.has(key)) return [entry]
    const value = left.get(key) ?? ''
    // Of a key that is there twice, one line is left: dotenv would take the other.
    left.delete(key)
    return value === '' ? [] : [`${key}=${quoted(value)}`]
  })
  for (const [key, value] of left) if (value !== '') lines.push(`${key}=${quoted(value)}`)
  return lines.length === 0 ? '' : `${lines.join(lineEnd)}${lineEnd}`
}

interface Entry {
  key?: string
  text: string
}

/** Lines, and values in quotes that go over several of them as one. */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = []
  let openQuote = ''
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  for (const line of lines) {
    const last = entries.at(-1)
    if (openQuote !== '' && last) {
      last.text += `${text.includes('\r\n') ? '\r\n' : '\n'}${line}`
      if (line.includes(openQuote)) openQuote = ''
      continue
    }
    const [, key, quote, rest] =
      /^\s*(?:export\s+)?([\w.-]+)\s*[=:]\s*(["'`]?)(.*)$/.exec(line) ?? []
    entries.push({ text: line, ...(key !== undefined && { key }) })
    openQuote = quote && !rest?.includes(quote) ? quote : ''
  }
  return entries
}

/** Ids and names need none; anything else is kept from being expanded or cut at a `#`. */
function quoted(value: string): string {
  return /^[\w.:,@/-]*$/.test(value) ? value : `'${value.replaceAll("'", '')}'`
}
