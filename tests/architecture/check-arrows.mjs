import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'rolldown/utils'
import { infraArrows, localArrows, srcArrows } from './arrows.mjs'

/**
 * `node tests/architecture/check-arrows.mjs`, a part of `npm run lint`: says which import leads where
 * no arrow does. Imports of types count like others, and so does `import()`; packages do not.
 */
const { imports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const roots = ['src', 'local', 'infra']

/** @returns each place with the whole paths that it may import from, itself among them. */
export function rules() {
  return [
    ...within('src', srcArrows),
    ...within('local', localArrows),
    ...Object.entries(infraArrows).map(([place, allowed]) => ({ place, allowed })),
  ].map(({ place, allowed }) => ({ place, allowed: [place, ...allowed] }))
}

function within(root, arrows) {
  return Object.entries(arrows).map(([place, allowed]) => ({
    place,
    allowed: allowed.map((to) => `${root}/${to}`),
  }))
}

/**
 * @param path of the file, from the top of the repository, with `/`.
 * @returns what is wrong with its imports, one sentence each.
 */
export function forbiddenImports(path, text) {
  const rule = rules().find(({ place }) => isIn(path, place))
  if (!rule) return [`${path}: no row of tests/architecture/arrows.mjs is about this file.`]
  return importsOf(path, text)
    .filter(({ to }) => !rule.allowed.some((place) => isIn(to, place)))
    .map(({ line, to }) => `${path}:${line}: no arrow leads from ${rule.place} to ${to}.`)
}

function isIn(path, place) {
  return path === place || path.startsWith(`${place}/`)
}

/** @returns where each import of a file leads within the repository, and its line. */
export function importsOf(path, text) {
  const { program } = parseSync(path, text)
  const found = []
  const see = ({ source }) => {
    const name = source?.value
    const to = typeof name === 'string' ? pathOf(name, posix.dirname(path)) : undefined
    if (to === undefined) return
    found.push({ line: text.slice(0, source.start).split('\n').length, to })
  }
  new Visitor({
    ImportDeclaration: see,
    ExportNamedDeclaration: see,
    ExportAllDeclaration: see,
    ImportExpression: see,
    TSImportType: see,
  }).visit(program)
  return found
}

/** @returns undefined for a package. Words are those of the default language, as all have a place. */
function pathOf(name, folder) {
  if (name.startsWith('.')) return posix.join(folder, name.replace(/\?.*/, ''))
  const [, place, file] = /^(#[^/]+)\/(.+)/.exec(name) ?? []
  const target = imports[`${place}/*`]
  return target && posix.normalize(target.default.replace('*', file))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = roots.flatMap((root) =>
    readdirSync(root, { recursive: true })
      .map((name) => `${root}/${name.split(sep).join('/')}`)
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path)),
  )
  const problems = files.flatMap((path) => forbiddenImports(path, readFileSync(path, 'utf8')))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}
