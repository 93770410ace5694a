import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `node infra/triggers/inline.mjs` puts the functions' sources into the template, below their names. */
const template = new URL('../template.yaml', import.meta.url)

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
  writeFileSync(template, inlined(readFileSync(template, 'utf8')))
}
