import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { kindOf } from '../../infra/deploy/site/file-headers.ts'
import { fileBehind } from '../../infra/build/pages/pages-function.ts'
import { pages } from '../../src/app/pages.ts'
import { measureFirstPage, pagesOf } from '../support/app/first-page.ts'
import { someStack } from '../support/app/some-stack.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'node_modules/.cache/production-build-test')
const configuredDist = `${dist}-configured`

const administrator = {
  LOCAL_AWS_ACCESS_KEY_ID: 'AKIA0000000000000000',
  LOCAL_AWS_SECRET_ACCESS_KEY: 'given'.repeat(8),
}

/** The files of the pages that signed-out people may begin on, in each language's folder. */
const rendered = pages.flatMap(({ path, isRendered }) =>
  isRendered ? [path === '/' ? 'index.html' : `${path.slice(1)}.html`] : [],
)

/** Half of AWS's own quick start (React 19, `<Authenticator>`, its styles.css), gzip. */
const firstPageBudgetBytes = 123_000

function buildInto(outDir: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stderr } = spawnSync('node', ['infra/build/build.mjs', '--outDir', outDir], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '', ...env },
  })
  if (status !== 0) throw new Error(stderr)
}

beforeAll(() => {
  buildInto(dist)
  buildInto(configuredDist, { ...someStack, ...administrator })
}, 600_000)

test.each([
  ['without a configuration', dist],
  ['for a stack with every provider', configuredDist],
])('every signed-out page is within the first-page budget, built %s', (_case, folder) => {
  const weighed = pagesOf(folder).map((page) => measureFirstPage(folder, page))

  expect(weighed.map(({ page }) => page).sort()).toEqual(
    ['', 'de/'].flatMap((language) => rendered.map((name) => `${language}${name}`)).sort(),
  )
  for (const { page, totalBytes } of weighed) {
    expect(totalBytes, page).toBeLessThanOrEqual(firstPageBudgetBytes)
  }
})

test('a sign-in page weighs with its providers, their marks and its form', () => {
  const html = readFileSync(join(configuredDist, 'sign-in.html'), 'utf8')

  for (const provider of someStack.VITE_SOCIAL_PROVIDERS.split(',')) {
    expect(html).toContain(`Continue with ${provider}`)
  }
  expect(html).toMatch(/autocomplete="current-password"/i)
  expect(measureFirstPage(configuredDist, 'sign-in.html').markBytes).toBeGreaterThan(0)
})

test('nothing of the console of the local AWS is in it', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(js|css|html)$/.test(path),
  )

  expect(files.length).toBeGreaterThan(50)
  const found = files.filter((path) =>
    readFileSync(join(dist, path), 'utf8').includes('console-nav'),
  )
  expect(found).toEqual([])
  expect(readFileSync(join(root, 'src/console/console.css'), 'utf8')).toContain('console-nav')
})

test('signed-out pages are HTML that needs no script to paint', () => {
  const html = readFileSync(join(dist, 'sign-in.html'), 'utf8')

  expect(html).toMatch(/<h1[^>]*>[^<]*Sign in/)
  expect(html).toMatch(/<form[^>]*method="post"/)
  expect(html).toMatch(/autocomplete="current-password"/i)
})

test('nothing of a page is painted before all of it has been read', () => {
  for (const page of [...pagesOf(dist), 'app.html', 'de/app.html']) {
    const html = readFileSync(join(dist, page), 'utf8')
    const end = /<link rel="expect" href="#(\w+)" blocking="render"/.exec(html)?.[1] ?? ''

    expect(html.match(new RegExp(`id="${end}"`, 'g')), page).toHaveLength(1)
    expect(html.slice(html.indexOf(`id="${end}"`)), page).not.toMatch(/<(?:button|input|h1)/)
  }
})

test('pages hold no inline script and no inline style, so that a strict CSP can serve them', () => {
  for (const page of [...pagesOf(dist), 'app.html', 'de/app.html']) {
    const html = readFileSync(join(dist, page), 'utf8')

    expect(html, page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(html, page).not.toMatch(/<style|\sstyle="|\son\w+="|javascript:/)
  }
})

test('a deployment knows what has a hash in its name, and is kept for ever, of all that is built', () => {
  const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`)

  expect(assets.length).toBeGreaterThan(50)
  expect(assets.filter((key) => kindOf(key, false) !== 'asset')).toEqual([])
})

test('the site has an address for each page that was rendered, and for no other', () => {
  const source = readFileSync(join(root, 'infra/hosting/pages.cjs'), 'utf8')
  const [, list = ''] = /^const rendered = \[(.*)\]$/m.exec(source) ?? []
  const addresses = ['/', ...list.split(', ').map((quoted) => quoted.slice(1, -1))]

  const files = ['en', 'de'].flatMap((language) =>
    addresses.map((address) => fileBehind(address, { 'accept-language': language })),
  )
  expect(files.sort()).toEqual(
    pagesOf(dist)
      .map((page) => `/${page}`)
      .sort(),
  )
})

test('a German page has no English on it, in its scripts or its document, and an English one no German', () => {
  const said = new Map([
    ['index.html', ['Sign-in that is ready to be yours', 'Two ways in', 'Skip to content']],
    ['de/index.html', ['Eine Anmeldung, die Ihre', 'Zwei Wege hinein', 'Zum Inhalt springen']],
    [
      'sign-in.html',
      ['The form sends no password', 'Forgot your password?', 'Please switch it on'],
    ],
    [
      'de/sign-in.html',
      ['Das Formular sendet kein Passwort', 'Passwort vergessen?', 'Bitte schalten'],
    ],
  ])
  for (const [page, own] of said) {
    const { files } = measureFirstPage(dist, page)
    const text = [page, ...files].map((name) => readFileSync(join(dist, name), 'utf8')).join('\n')
    const name = page.replace('de/', '')
    const others = said.get(page === name ? `de/${name}` : name) ?? []

    expect(text).toContain(`<html lang="${page === name ? 'en' : 'de'}">`)
    for (const words of own) expect(text, page).toContain(words)
    for (const words of others) expect(text, page).not.toContain(words)
  }
})

test('no first page has anything of the recorder, or of the pages that show how signing in works', () => {
  for (const page of pagesOf(dist)) {
    const { files } = measureFirstPage(dist, page)
    const text = files.map((name) => readFileSync(join(dist, name), 'utf8')).join('\n')

    expect(text, page).toContain('/flow')
    for (const trace of ['flow-recording', 'cognito-starter-flow', '.well-known/jwks.json']) {
      expect(text, page).not.toContain(trace)
    }
  }
})

test('no first page has anything of the account pages', () => {
  const traces = [
    'security/authenticator-app',
    'ListUserSessions',
    'GetUserAuthFactors',
    'otpauth:',
  ]
  const whole = filesIn(dist)
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  expect(traces.filter((trace) => !whole.includes(trace))).toEqual([])

  for (const page of pagesOf(dist)) {
    const { files } = measureFirstPage(dist, page)
    const text = files.map((name) => readFileSync(join(dist, name), 'utf8')).join('\n')
    expect(
      traces.filter((trace) => text.includes(trace)),
      page,
    ).toEqual([])
  }
})

test('a production build has nothing of the local AWS in it', () => {
  const texts = filesIn(dist)
    .filter((name) => /\.(js|css|html|json)$/.test(name))
    .map((name) => readFileSync(name, 'utf8'))

  for (const trace of ['_local/', 'x-local-signed-host', 'localhost:9229', ':9230', 'adminToken']) {
    expect(
      texts.some((text) => text.includes(trace)),
      trace,
    ).toBe(false)
  }
  expect(existsSync(join(dist, '.vite'))).toBe(false)
})

test('a build has no key in it that its environment has', () => {
  const files = filesIn(configuredDist).map((name) => readFileSync(name, 'latin1'))

  for (const value of [someStack.VITE_USER_POOL_ID, ...Object.entries(administrator).flat()]) {
    expect(
      files.some((text) => text.includes(value)),
      value,
    ).toBe(value === someStack.VITE_USER_POOL_ID)
  }
})

test('scripts are split: neither Amplify nor the profile is in the first page', () => {
  const { files } = measureFirstPage(dist, 'index.html')
  const code = files
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(dist, name), 'utf8'))
    .join('\n')

  expect(code).not.toContain('AWSCognitoIdentityProviderService')
  expect(code).not.toContain('x-amz-content-sha256')
  // Of the router's, for frameworks.
  expect(code).not.toMatch(/rel:\s*[`"']prefetch/)
})

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
