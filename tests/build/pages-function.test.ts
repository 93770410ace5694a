import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileBehind } from '../../infra/build/pages/pages-function.ts'

const source = readFileSync('infra/hosting/pages.cjs', 'utf8')

test.each([
  ['/', '/index.html'],
  ['/sign-in', '/sign-in.html'],
  ['/profile', '/app.html'],
  ['/callback', '/app.html'],
  ['/sign-in/', '/app.html'],
  ['/SIGN-IN', '/app.html'],
  ['/a/page/that/never/was', '/app.html'],
  ['//', '/app.html'],
  ['/index', '/app.html'],
  ['/config.json', '/config.json'],
  ['/assets/index-Cvuikm.js', '/assets/index-Cvuikm.js'],
  ['/assets/missing.css', '/assets/missing.css'],
])('behind %s is %s', (pathname, file) => {
  expect(fileBehind(pathname)).toBe(file)
})

test.each([
  ['nothing', {}, '/sign-in.html'],
  ['German first', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }, '/de/sign-in.html'],
  ['English first', { 'accept-language': 'en-GB,en;q=0.9,de;q=0.8' }, '/sign-in.html'],
  ['German by weight', { 'accept-language': 'en;q=0.3, DE ; q=0.7' }, '/de/sign-in.html'],
  [
    'one there is not, then German',
    { 'accept-language': 'fr,de;q=0.5,en;q=0.4' },
    '/de/sign-in.html',
  ],
  ['none there is', { 'accept-language': 'fr,ja' }, '/sign-in.html'],
  ['not German', { 'accept-language': 'de;q=0' }, '/sign-in.html'],
  ['no language', { 'accept-language': ';q=x,,*' }, '/sign-in.html'],
])('who asks for %s gets that page', (_what, headers, file) => {
  expect(fileBehind('/sign-in', headers)).toBe(file)
})

test.each([
  ['/de/sign-in', '/de/sign-in.html'],
  ['/en/sign-in', '/sign-in.html'],
  ['/de/', '/de/index.html'],
  ['/de', '/de/index.html'],
  ['/de/profile', '/de/app.html'],
  ['/de/de/sign-in', '/de/app.html'],
  ['/fr/sign-in', '/app.html'],
  ['/constructor/sign-in', '/app.html'],
])(
  'who has chosen a language gets it, whatever the browser likes: behind %s is %s',
  (pathname, file) => {
    const other = pathname.startsWith('/en') ? 'de' : 'en'
    expect(fileBehind(pathname, { 'accept-language': other })).toBe(file)
  },
)

test.each(['/config.json', '/assets/index-Cvuikm.js', '/early.js'])(
  '%s is the same in every language',
  (pathname) => {
    expect(fileBehind(pathname, { 'accept-language': 'de' })).toBe(pathname)
  },
)

test('CloudFront takes the function: small, without modules, in the language that its runtime has', () => {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

  expect(Buffer.byteLength(source)).toBeLessThan(10_240)
  expect(code).toMatch(/^function handler\(event\) \{$/m)
  expect(code).not.toMatch(/\b(require|import|export|module|class|async)\b|\?\?|\?\.|\.\.\.|\(\{/)
})
