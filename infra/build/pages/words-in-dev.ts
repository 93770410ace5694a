import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

type Targets = Record<string, Record<string, string>>

/** Without the `#`, behind which a browser would see no more of the address. */
const prefix = '\0words-in-dev/'

/** A build has one language; a page of the dev server has all, and takes its own. */
export function wordsInDev(root: string): Plugin {
  return {
    ...wordsOfAllLanguages(root),
    name: 'words-in-dev',
    apply: (_config, { command, isPreview }) => command === 'serve' && isPreview !== true,
    transformIndexHtml: () => [{ tag: 'script', children: chooseLanguage(readImports(root)) }],
  }
}

/** Words in every language, of which a page takes its own (`<html lang>`) as they are loaded. */
export function wordsOfAllLanguages(root: string): Plugin {
  const imports = readImports(root)
  return {
    name: 'words-of-all-languages',
    enforce: 'pre',
    resolveId(source) {
      return findTargets(imports, source) && prefix + source.slice(1)
    },
    load(id) {
      const files = id.startsWith(prefix)
        ? findTargets(imports, `#${id.slice(prefix.length)}`)
        : undefined
      return files && moduleOf(root, files)
    },
  }
}

function readImports(root: string): Targets {
  const text = readFileSync(join(root, 'package.json'), 'utf8')
  return (JSON.parse(text) as { imports: Targets }).imports
}

/** @returns the file of each language, by its name in `imports` of package.json. */
function findTargets(imports: Targets, source: string): Record<string, string> | undefined {
  const [, place, name = ''] = /^(#[^/]+\/)(.+)/.exec(source) ?? []
  const targets = imports[`${place ?? ''}*`]
  return (
    targets &&
    Object.fromEntries(
      Object.entries(targets).map(([language, file]) => [language, file.replace('*', name)]),
    )
  )
}

function moduleOf(root: string, files: Record<string, string>): string {
  const languages = Object.keys(files)
  const text = readFileSync(join(root, files['default'] ?? ''), 'utf8')
  const names = [...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name)
  return [
    ...languages.map((it) => `import * as _${it} from '${join(root, files[it] ?? '')}'`),
    `const { ${names.map((name) => `${name}: $${name}`).join(', ')} } =`,
    `  { ${languages.map((it) => `${it}: _${it}`).join(', ')} }[document.documentElement.lang] ?? _default`,
    `export { ${names.map((name) => `$${name} as ${name}`).join(', ')} }`,
  ].join('\n')
}

/** As `infra/hosting/pages.cjs` chooses, which has no part in the dev server. */
function chooseLanguage(imports: Targets): string {
  const languages = Object.keys(Object.values(imports)[0] ?? {}).map((it) =>
    it === 'default' ? 'en' : it,
  )
  return `{
  const known = ${JSON.stringify(languages)}
  let wanted = []
  try { wanted = [localStorage.language] } catch {}
  wanted.push(...navigator.languages.map((tag) => tag.split('-')[0]))
  document.documentElement.lang = wanted.find((it) => known.includes(it)) ?? 'en'
}`
}
