import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'infra/README.md'],
  ...['docs', 'docs/decisions'].flatMap(markdownIn),
]

function markdownIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? join(folder, name) : []))
}

/** Without code, in which brackets mean something else. */
function proseOf(path: string): string {
  return readFileSync(path, 'utf8')
    .replaceAll(/^```.*?^```/gms, '')
    .replaceAll(/`[^`\n]*`/g, '')
}

/** The addresses of links and pictures that lead to a file of the repository. */
function linksOf(path: string): { to: string; file: string; heading: string | undefined }[] {
  const addresses = [...proseOf(path).matchAll(/\]\(([^()\s]+)\)/g)].map(([, to = '']) => to)
  return addresses.flatMap((to) => {
    const [file = '', heading] = to.split('#')
    // Above the repository is who serves it: of CI, its badge.
    if (/^[a-z]+:/.test(to) || join(dirname(path), file).startsWith('..')) return []
    return { to, file: file === '' ? path : join(dirname(path), file), heading }
  })
}

/** As GitHub makes them: https://docs.github.com/get-started/writing-on-github, section links. */
function anchorsOf(path: string): string[] {
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(
    ([, text = '']) => text,
  )
  return headings.map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test('every link of the documents leads to a file, and to a heading, that is there', () => {
  const broken = documents.flatMap((path) =>
    linksOf(path)
      .filter(
        ({ file, heading }) =>
          !existsSync(file) || (heading !== undefined && !anchorsOf(file).includes(heading)),
      )
      .map(({ to }) => `${path}: ${to}`),
  )

  expect(documents.flatMap(linksOf).length).toBeGreaterThan(100)
  expect(broken).toEqual([])
})

test('every picture is shown by a document, and none is over 400 kB', () => {
  const shown = documents.flatMap(linksOf).map(({ file }) => file)
  const pictures = readdirSync('docs/images').map((name) => join('docs/images', name))

  expect(pictures.filter((path) => !shown.includes(path))).toEqual([])
  expect(pictures.filter((path) => statSync(path).size > 400_000)).toEqual([])
})

test('every script that the documents name is one of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
  const named = documents.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/npm run ([a-z][\w:-]*)/g)].map(
      ([, name = '']) => name,
    ),
  )

  expect(new Set(named).size).toBeGreaterThan(10)
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([])
})
