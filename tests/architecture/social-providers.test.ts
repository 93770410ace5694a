import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { amazon } from '../../local/social-providers/providers/amazon.ts'
import { apple } from '../../local/social-providers/providers/apple.ts'
import { company } from '../../local/social-providers/providers/company.ts'
import { facebook } from '../../local/social-providers/providers/facebook.ts'
import { google } from '../../local/social-providers/providers/google.ts'
import { routesOf } from '../../local/social-providers/routes.ts'

test('docs/parity.md lists just the endpoints of each social provider', () => {
  const page = readFileSync('docs/parity.md', 'utf8')
  const section = page.split(/^## /m).find((text) => text.startsWith('Social providers\n')) ?? ''
  const rows = [...section.matchAll(/^\| `((?:GET|POST) [^`]*)` +\| ([a-z, ]+?) +\|/gm)]
  const listed = rows.flatMap(([, endpoint = '', slugs = '']) =>
    slugs.split(', ').map((slug) => `${slug}: ${endpoint}`),
  )

  const served = [google, facebook, apple, amazon, company].flatMap((provider) =>
    [...routesOf(provider)].flatMap(([path, { methods }]) =>
      Object.keys(methods).map((method) => `${provider.slug}: ${method} ${path}`),
    ),
  )

  expect(listed.toSorted()).toEqual(served.toSorted())
})
