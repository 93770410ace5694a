import { parseEnv } from 'node:util'

/** As `parseEnv`, which knows no line end without `\n`. */
export function parseEnvText(text: string): NodeJS.Dict<string> {
  return parseEnv(withLineFeeds(text))
}

export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
