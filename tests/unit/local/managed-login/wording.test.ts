import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '../../../../local/managed-login/language.ts'
import { refusalOf, sentences } from '../../../../local/managed-login/refusals.ts'
import { wordsOf, type Words } from '../../../../local/managed-login/wording/catalogue.ts'
import { UserPoolError } from '../../../../local/user-pools/errors.ts'

const translations = languages.filter((language) => language !== 'en').map(wordsOf)

/** Every sentence by its path; what a sentence is given is in it as `⟦0⟧`. */
function sentencesOf(value: unknown, path = ''): [path: string, sentence: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    return [[path, (value as (given: string) => string)('⟦0⟧')]]
  }
  return Object.entries(value as object).flatMap(([name, member]) =>
    sentencesOf(member, `${path}.${name}`),
  )
}

/** What is the same in some language, and rightly. */
const sameWord = /^(Code|Email|Error: .*|Name|Password|Parameter|Website)$/

test.for(translations)('$language says everything in its own words', (words) => {
  const english = new Map(sentencesOf(wordsOf('en')))

  const untranslated = sentencesOf(words).filter(
    ([path, sentence]) => english.get(path) === sentence && !sameWord.test(sentence),
  )

  expect(untranslated).toEqual([])
})

test.for(translations)('$language leaves out nothing that a sentence is given', (words) => {
  const english = new Map(sentencesOf(wordsOf('en')))
  const given = [...english].filter(([, sentence]) => sentence.includes('⟦0⟧'))
  const translated = new Map(sentencesOf(words))

  const without = given.filter(([path]) => !translated.get(path)?.includes('⟦0⟧'))

  expect(given.length).toBeGreaterThan(5)
  expect(without).toEqual([])
})

/** What a developer has to type, which is the same in every language. */
function namesIn(text: string): string[] {
  return (text.match(/\/[\w./]+|\b\w+_\w+\b|AWS::[\w:]+|\b\w*[a-z][A-Z]\w+\b/g) ?? [])
    .map((name) => name.replace(/\.$/, ''))
    .toSorted()
}

test.for(translations)('$language names the same settings and files to developers', (words) => {
  const fixes = ({ pageErrors }: Words) =>
    Object.entries(pageErrors.errors).map(([code, { fix }]) => [code, new Set(namesIn(fix))])

  expect(Object.fromEntries(fixes(words))).toEqual(Object.fromEntries(fixes(wordsOf('en'))))
})

test('the sentences that are translated are those of user pools', () => {
  const sources = readdirSync('local/user-pools', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(`local/user-pools/${path}`, 'utf8'))
    .join('\n')

  expect(sentences.filter(([sentence]) => !sources.includes(sentence))).toEqual([])
})

test('a refusal is told by its code, or by its sentence where the code serves for many', () => {
  const wrong = new UserPoolError('NotAuthorizedException', 'Incorrect username or password.')
  const policy = 'Password did not conform with policy: Password not long enough'
  const trigger = new UserPoolError('UserLambdaValidationException', 'User is disabled.')

  expect(refusalOf(wrong)).toBe('wrongPassword')
  expect(refusalOf(new UserPoolError('InvalidPasswordException', policy))).toBe('passwordTooShort')
  expect(refusalOf(new UserPoolError('CodeMismatchException', 'x'))).toBe('wrongCode')
  expect(refusalOf(new UserPoolError('NotAuthorizedException', 'x'))).toBeUndefined()
  expect(refusalOf(trigger)).toBeUndefined()
})
