import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileBehind } from '../../infra/build/pages-function.ts'

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

test('CloudFront takes the function: small, without modules, in the language that its runtime has', () => {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

  expect(Buffer.byteLength(source)).toBeLessThan(10_240)
  expect(code).toMatch(/^function handler\(event\) \{$/m)
  expect(code).not.toMatch(/\b(require|import|export|module|class|async)\b|\?\?|\?\.|\.\.\.|\(\{/)
})
