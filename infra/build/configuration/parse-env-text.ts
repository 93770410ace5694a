import { parseEnv } from 'node:util'

/** As `parseEnv`, which knows no line end without `\n`, and loses the line after one that gives nothing. */
export function parseEnvText(text: string): NodeJS.Dict<string> {
  return parseEnv(assignmentsOf(text))
}

/**
 * Names in the form of another shell or file, such as `set NAME=`, `$env:NAME =` and `NAME: value`, which
 * nobody reads here: with all that stands before the name.
 */
export function unreadNames(text: string): string[] {
  const read = Object.keys(parseEnvText(text))
  return [...withLineFeeds(text).matchAll(/^[ \t]*([^#=\n]*?\bVITE_\w+:?)[ \t"']*[=: ]/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !read.some((one) => name === one || name === `export ${one}`))
}

/** Without lines that give nothing: those that have no `=`, unless they are inside of a value's quotes. */
export function assignmentsOf(text: string): string {
  let quote: string | undefined
  const lines = withLineFeeds(text).split('\n')
  const kept = lines.filter((line) => {
    if (quote !== undefined) {
      if (line.includes(quote)) quote = undefined
      return true
    }
    if (/^\s*#/.test(line)) return false
    const [, opened, rest = ''] = /=\s*(["'`])(.*)$/.exec(line) ?? []
    if (opened !== undefined && !rest.includes(opened)) quote = opened
    return line.includes('=')
  })
  return `${kept.join('\n')}\n`
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
