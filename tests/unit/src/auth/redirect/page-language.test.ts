import { expect, test } from 'vitest'
import { pageLanguage } from '../../../../../src/auth/redirect/page-language.ts'
import { languages } from '../../../../../local/managed-login/language.ts'

test('every language of managed login is asked for by its own code', () => {
  expect(languages.map((tag) => pageLanguage(tag))).toEqual(languages)
})

test.for([
  ['de-AT', 'de'],
  ['EN-gb', 'en'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['zh', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['nl', undefined],
  ['', undefined],
] as const)('a page in %s leads to pages in %s', ([tag, expected]) => {
  expect(pageLanguage(tag)).toBe(expected)
})
