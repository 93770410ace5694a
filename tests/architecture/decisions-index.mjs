import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `node tests/architecture/decisions-index.mjs` writes the table of `docs/decisions/README.md` anew.
 * Numbers and titles are those of the files, and so is what supersedes what; a part that a row has
 * stays, and a new row takes that of the number before it.
 */
const folder = new URL('../../docs/decisions/', import.meta.url)
const readme = new URL('README.md', folder)
const head = ['| Number | Title | Part | Status |', '| --- | --- | --- | --- |']

/** @returns the table as it has to be, and the rows that there are, cells trimmed. */
export function decisionsIndex() {
  const text = readFileSync(readme, 'utf8')
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| ['))
    .map(cellsOf)
  const parts = new Map(rows.map(([number = '', , part = '']) => [number.slice(1, 5), part]))
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.md$/.test(name))
    .sort()
  let part = ''
  const wanted = files.map((name) => {
    const number = name.slice(0, 4)
    const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
    const [, titled, title = ''] = /^# (\d{4}): (.+)$/.exec(lines[0] ?? '') ?? []
    if (titled !== number)
      throw new Error(`${name} does not begin with "# ${number}: " and a title.`)
    part = parts.get(number) ?? part
    return [`[${number}](${name})`, title, part, statusOf(lines[2] ?? '')]
  })
  return { rows, wanted, text }
}

/** The third line says it, where there is more to say than that it holds. */
function statusOf(line) {
  const how = /superseded by (\d{4})/i.exec(line)?.[1]
  if (how !== undefined) return `superseded by ${how}${/^Superseded/.test(line) ? '' : ' in part'}`
  const what = /^Supersedes .*?(\d{4})/.exec(line)?.[1]
  return what === undefined ? 'holds' : `holds, supersedes ${what}`
}

function cellsOf(line) {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { wanted, text } = decisionsIndex()
  const intro = text.slice(0, text.indexOf('| Number'))
  const table = [...head, ...wanted.map((cells) => `| ${cells.join(' | ')} |`)]
  writeFileSync(readme, `${intro}${table.join('\n')}\n`)
}
