import { readFileSync } from 'node:fs'

/** The rows of the first table below a heading, cell by cell, without the header. */
export function tableBelow(file: string, heading: string): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading)
  if (start < 0) throw new Error(`${file} has no heading ${heading}`)
  const first = lines.findIndex((line, index) => index > start && line.startsWith('|'))
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'))
  const rows = lines.slice(first, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  return rows.slice(2)
}
