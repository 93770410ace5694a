import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oauthErrors } from '../../local/authorization-server/errors.ts'
import { pageErrors } from '../../local/managed-login/errors.ts'
import { jsonRoutes, pageRoutes } from '../../local/managed-login/routes.ts'
import { pageErrors as providerPageErrors } from '../../local/social-providers/errors.ts'

/** The text of every source file in some folders. */
function sourcesOf(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(`local/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (path) => `local/${folder}/${path}`,
      ),
    )
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

test.for([
  ['OAuthError', oauthErrors, ['managed-login', 'social-providers', 'authorization-server']],
  ['PageError', pageErrors, ['managed-login']],
  ['PageError', providerPageErrors, ['social-providers']],
] as const)('every %s in its catalogue is made somewhere', ([name, codes, folders]) => {
  const sources = sourcesOf(...folders)

  const unused = Object.keys(codes).filter(
    (code) => !new RegExp(`new ${name}\\(\\s*'${code}'`).test(sources),
  )

  expect(unused).toEqual([])
})

test('docs/parity.md lists just the endpoints of managed login', () => {
  const page = readFileSync('docs/parity.md', 'utf8')
  const section = page.split(/^## /m).find((text) => text.startsWith('Managed login\n')) ?? ''
  const listed = [...section.matchAll(/^\| `(\w+ \/[^`]*)` +\| yes /gm)].map(([, name]) => name)

  const served = [...pageRoutes, ...jsonRoutes].flatMap(([path, route]) =>
    Object.keys(route).map((method) => `${method} ${path}`),
  )

  expect(listed.toSorted()).toEqual(served.toSorted())
})
