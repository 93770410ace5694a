import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What a browser loads of ours: pages, styles and the app. */
const files = [
  'index.html',
  ...['public', 'src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  ),
]
  .filter((path) => /\.(ts|tsx|js|css|html|svg|webmanifest)$/.test(path))
  .map((path) => ({ path, source: readFileSync(path, 'utf8') }))

const filesWith = (pattern: RegExp) =>
  files.filter(({ source }) => pattern.test(source)).map(({ path }) => path)

const sinks =
  /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcDoc|\beval\(|new Function\b|createContextualFragment|setHTMLUnsafe/
const cookies = /document\.cookie|cookieStore|CookieStorage/
const windows = /window\.opener|\bparent\.postMessage|addEventListener\(\s*'message'/
const logs = /\bconsole\.(?:log|debug|info|warn|error|dir|table|trace)\b/
const remote =
  /(?:\bsrc|<link[^>]*\bhref)=["'{`]*(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\/|@import\s+["']?(?:https?:)?\/\/|import\(["'`]https?:/

test('the app turns no text into markup or code', () => {
  expect(filesWith(sinks)).toEqual([])
})

test('the app writes no cookies', () => {
  expect(filesWith(cookies)).toEqual([])
})

test('the app listens to no other window', () => {
  expect(filesWith(windows)).toEqual([])
})

test('the app writes nothing to the console', () => {
  expect(filesWith(logs)).toEqual([])
})

test('pages load nothing from another origin', () => {
  expect(filesWith(remote)).toEqual([])
})

test.for([
  [sinks, 'node.innerHTML = text'],
  [sinks, '<p dangerouslySetInnerHTML={{ __html: text }} />'],
  [sinks, 'eval(text)'],
  [cookies, 'document.cookie = token'],
  [windows, "window.addEventListener('message', listen)"],
  [logs, 'console.log(tokens)'],
  [remote, '<script src="https://cdn.example/x.js"></script>'],
  [remote, '<link rel="stylesheet" href="//fonts.example/x.css" />'],
  [remote, 'url(https://fonts.example/x.woff2)'],
] as const)('the check %s finds %s', ([pattern, example]) => {
  expect(example).toMatch(pattern)
})
