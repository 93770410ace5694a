import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderedPages } from '../hosting/rendered-pages.mjs'

/**
 * `node infra/triggers/inline.mjs` writes the list of rendered pages into the site's function, and puts
 * the functions' sources into the template, below their names.
 */
const template = new URL('../template.yaml', import.meta.url)

const hosting = new URL('../hosting/pages.cjs', import.meta.url)

/** The site's function with the pages that are rendered; `/` is `index.html` without being named. */
export function withPages(text) {
  const named = renderedPages().flatMap(({ path }) => (path === '/' ? [] : [`'${path}'`]))
  return text.replace(/^const rendered = \[.*\]$/m, `const rendered = [${named.join(', ')}]`)
}

/** The template with every source as its file has it now. */
export function inlined(text) {
  return text.replace(
    /^( *)# (infra\/[\w-]+\/[\w-]+\.cjs)(.*)\n\1(ZipFile|FunctionCode): \|\n(?:\n*\1 +\S.*\n)*/gm,
    (_, indent, file, words, property) => {
      const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
      const lines = source.trimEnd().split('\n')
      const block = lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))
      return [`${indent}# ${file}${words}`, `${indent}${property}: |`, ...block, ''].join('\n')
    },
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(hosting, withPages(readFileSync(hosting, 'utf8')))
  writeFileSync(template, inlined(readFileSync(template, 'utf8')))
}
