import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inlined, withPages } from '../../infra/triggers/inline.mjs'
import { loadTemplate } from '../../local/template/load-template.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { template } from './template.ts'

const source = readFileSync('infra/triggers/accounts.cjs', 'utf8')

test('the template has the triggers’ sources as they are; `npm run triggers` puts them there', async () => {
  expect(await inlined(template.text)).toBe(template.text)
})

test('the site’s function has the pages that src/app/pages.ts says are rendered; the same command writes them', () => {
  const hosting = readFileSync('infra/hosting/pages.cjs', 'utf8')

  expect(withPages(hosting)).toBe(hosting)
  expect(withPages(hosting.replace(/^const rendered = .*$/m, 'const rendered = []'))).toBe(hosting)
})

test('an edited source finds its way into the template, and leaves the rest alone', async () => {
  const edited = template.text.replace(/^ {10}exports\.handler = .*\n/m, '          // gone\n\n\n')

  expect(edited).not.toBe(template.text)
  expect(await inlined(edited)).toBe(template.text)
})

test('what runs is the readable source, to the letter', () => {
  const [linkAccounts] = loadTemplate(template, createLoadContext()).functions

  expect(linkAccounts?.source).toBe(source)
})

test('accounts are linked by one function, for this pool alone, unless that is turned off', () => {
  const { functions, userPools } = loadTemplate(template, createLoadContext())
  const [pool] = userPools

  expect(functions.map(({ arn }) => arn)).toEqual([pool?.triggers?.PreSignUp])
  expect(functions[0]?.permissions).toEqual([
    { principal: 'cognito-idp.amazonaws.com', sourceArn: pool?.arn },
  ])

  const off = loadTemplate(template, createLoadContext({ LinkAccounts: 'false' }))
  expect(off.functions).toEqual([])
  expect(off.roles).toHaveLength(2)
  expect(off.userPools[0]?.triggers?.PreSignUp).toBeUndefined()
})

test('only providers that say whether an address is verified are trusted', () => {
  const trustedWith = (parameters = {}) =>
    loadTemplate(template, createLoadContext(parameters)).functions[0]?.environment

  expect(trustedWith()).toEqual({ TRUSTED_PROVIDERS: 'Google,SignInWithApple,Company' })
  expect(trustedWith({ OidcProviderName: 'Acme-1' })).toEqual({
    TRUSTED_PROVIDERS: 'Google,SignInWithApple,Acme-1',
  })
})
