import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const maxSiblings = 20
const maxLines = 300

/** Folders with more files side by side, each with its reason. */
const fullFolders = {
  'local/managed-login/wording': 'a file for each language that Cognito’s pages speak',
  'local/template': 'one reader of templates; its resources, parameters and YAML have folders',
  'local/template/resources/user-pool': 'a file for each property of AWS::Cognito::UserPool',
  'src/doctor/words/de': 'a file for each check, and one for what they share',
  'src/doctor/words/en': 'a file for each check, and one for what they share',
  'src/ui/wording/de': 'a file for each page or task, and one for what they share',
  'src/ui/wording/en': 'a file for each page or task, and one for what they share',
  'tests/architecture': 'a test for each rule, beside the two scripts that lint runs',
  'tests/contract/managed-login': 'a test for each page; OAuth and federation have folders',
  'tests/e2e': 'a journey each: those by redirect and at providers have folders',
  'tests/infra/deploy': 'a test for each thing that a deployment does',
  'tests/unit/local/template': 'a test for each resource and for each reader of templates',
}

function filesOf(...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map(({ parentPath, name }) => join(parentPath, name).replaceAll('\\', '/')),
    )
    .filter((path) => !/(node_modules|__pycache__)\//.test(path))
}

test('a folder has twenty files at most, but for those that say why', () => {
  const siblings = new Map<string, number>()
  for (const path of filesOf('src', 'local', 'infra', 'tests')) {
    const folder = dirname(path)
    siblings.set(folder, (siblings.get(folder) ?? 0) + 1)
  }

  const full = [...siblings].filter(([, count]) => count > maxSiblings)

  expect(siblings.size).toBeGreaterThan(100)
  expect(full.map(([folder]) => folder).sort()).toEqual(Object.keys(fullFolders))
})

test('a file has three hundred lines at most', () => {
  const scripts = filesOf('src', 'local', 'infra', 'tests').filter((path) =>
    /\.([cm]?[jt]s|tsx|css)$/.test(path),
  )

  const long = scripts.filter(
    (path) => readFileSync(path, 'utf8').trimEnd().split('\n').length > maxLines,
  )
  expect(scripts.length).toBeGreaterThan(1000)
  expect(long).toEqual([])
})
