import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderedPages } from '../hosting/rendered-pages.mjs'
import { sourceOf } from './source-of.mjs'
import { watchTriggers } from './watch-triggers.mjs'

/**
 * `npm run triggers` writes the list of rendered pages into the site's function, and puts the functions'
 * sources into the template, below their names; with `--watch` again whenever one of them is saved.
 */
const root = new URL('../../', import.meta.url)
const template = new URL('infra/template.yaml', root)
const hosting = new URL('infra/hosting/pages.cjs', root)

const named =
  /^( *)# (infra\/[\w-]+\/[\w-]+\.(?:cjs|mjs|ts))(.*)\n\1(ZipFile|FunctionCode): \|\n(?:\n*\1 +\S.*\n)*/gm

/** The site's function with the pages that are rendered; `/` is `index.html` without being named. */
export function withPages(text) {
  const named = renderedPages().flatMap(({ path }) => (path === '/' ? [] : [`'${path}'`]))
  return text.replace(/^const rendered = \[.*\]$/m, `const rendered = [${named.join(', ')}]`)
}

/**
 * The template with every source as its file has it now.
 *
 * @param folder that the names in the template are paths in.
 * @throws what does not parse, or resolve.
 */
export async function inlined(text, folder = fileURLToPath(root)) {
  const files = new Set([...text.matchAll(named)].map(([, , file]) => file))
  const sources = new Map()
  for (const file of files) sources.set(file, await sourceOf(folder, file))
  return text.replace(named, (_, indent, file, words, property) => {
    const lines = sources.get(file).trimEnd().split('\n')
    const block = lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))
    return [`${indent}# ${file}${words}`, `${indent}${property}: |`, ...block, ''].join('\n')
  })
}

/** Writes the template anew, where a source has changed. */
export async function putInline() {
  const before = readFileSync(template, 'utf8')
  const after = await inlined(before)
  if (after !== before) writeFileSync(template, after)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(hosting, withPages(readFileSync(hosting, 'utf8')))
  await putInline()
  if (process.argv.includes('--watch')) watchTriggers(fileURLToPath(root), putInline)
}
