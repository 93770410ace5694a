import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oauthErrors } from '../../local/authorization-server/errors.ts'
import { pageErrors } from '../../local/managed-login/errors.ts'
import { jsonRoutes, pageRoutes } from '../../local/managed-login/routes.ts'

const sources = ['managed-login', 'authorization-server']
  .flatMap((folder) =>
    readdirSync(`local/${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (path) => `local/${folder}/${path}`,
    ),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

test.for([
  ['OAuthError', Object.keys(oauthErrors)],
  ['PageError', Object.keys(pageErrors)],
] as const)('every %s in its catalogue is made somewhere', ([name, codes]) => {
  const unused = codes.filter((code) => !new RegExp(`new ${name}\\(\\s*'${code}'`).test(sources))

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
