import { expect, test } from 'vitest'
import { decide } from '../../../support/iam/policies.ts'

const sub = 'cognito-identity.amazonaws.com:sub'
const own = 'arn:aws:s3:::bucket/users/${cognito-identity.amazonaws.com:sub}/*'
const ada = 'us-east-1:6f1b3c52-0c4e-4c53-8f1e-3d1a5a2f9b10'

const at = (key: string, context: Record<string, string | string[]>, Resource: unknown = own) =>
  decide({ Resource }, { resource: `arn:aws:s3:::bucket/${key}`, context })

test('the identity id stands for its own prefix and no other', () => {
  expect(at(`users/${ada}/profile.json`, { [sub]: ada })).toBe('allowed')
  expect(at(`users/${ada}/a/b:c`, { [sub]: ada })).toBe('allowed')
  expect(at(`users/${ada}0/profile.json`, { [sub]: ada })).toBe('no-match')
  expect(at(`users/${ada}`, { [sub]: ada })).toBe('no-match')
  expect(at('users/us-east-1:other/profile.json', { [sub]: ada })).toBe('no-match')
})

test('a key is text, not a path: dots in it lead nowhere', () => {
  expect(at(`users/${ada}/../us-east-1:other/x`, { [sub]: ada })).toBe('allowed')
  expect(at(`users/us-east-1:other/../${ada}/x`, { [sub]: ada })).toBe('no-match')
  expect(at(`users//${ada}/x`, { [sub]: ada })).toBe('no-match')
  expect(at(`Users/${ada}/x`, { [sub]: ada })).toBe('no-match')
})

test.for(['*', '?', '*/*', '${*}', '${aws:userid}', '\\*', '.*', '%2A'])(
  'the value %s is literal, never a pattern',
  (value) => {
    expect(at('users/us-east-1:other/x', { [sub]: value })).toBe('no-match')
    expect(at(`users/${value}/x`, { [sub]: value })).toBe('allowed')
  },
)

test('a variable without a value matches nothing', () => {
  expect(at('users//x', {})).toBe('no-match')
  expect(at('users/undefined/x', {})).toBe('no-match')
  expect(at('users/${cognito-identity.amazonaws.com:sub}/x', {})).toBe('no-match')
})

test('a key of several values has no value as a variable', () => {
  expect(at(`users/${ada}/x`, { [sub]: [ada] })).toBe('no-match')
})

test('other resources of the statement still count when one cannot be resolved', () => {
  const Resource = [own, 'arn:aws:s3:::bucket/public/*']

  expect(at('public/x', {}, Resource)).toBe('allowed')
  expect(at('users/x/y', {}, Resource)).toBe('no-match')
})

test('a NotResource that cannot be resolved makes the statement match nothing', () => {
  const context = { [sub]: ada }
  const decideAt = (key: string, keys: Record<string, string>) =>
    decide({ NotResource: own }, { resource: `arn:aws:s3:::bucket/${key}`, context: keys })

  expect(decideAt('elsewhere', context)).toBe('allowed')
  expect(decideAt(`users/${ada}/x`, context)).toBe('no-match')
  expect(decideAt('elsewhere', {})).toBe('no-match')
})

test('names of variables are compared without regard to case', () => {
  expect(at('users/a/x', { 'AWS:principaltag/Team': 'a' }, tagged())).toBe('allowed')
})

test('a default stands in for a missing value, and only then', () => {
  const Resource = tagged(", 'nobody'")

  expect(at('users/nobody/x', {}, Resource)).toBe('allowed')
  expect(at('users/a/x', { 'aws:PrincipalTag/team': 'a' }, Resource)).toBe('allowed')
  expect(at('users/nobody/x', { 'aws:PrincipalTag/team': 'a' }, Resource)).toBe('no-match')
})

test('a default is literal too', () => {
  expect(at('users/anybody/x', {}, tagged(", '*'"))).toBe('no-match')
  expect(at('users/*/x', {}, tagged(", '*'"))).toBe('allowed')
})

test.for([
  ['${*}', '*'],
  ['${?}', '?'],
  ['${$}', '$'],
])('%s stands for the character %s', ([special, character]) => {
  const Resource = `arn:aws:s3:::bucket/a${String(special)}b`

  expect(at(`a${String(character)}b`, {}, Resource)).toBe('allowed')
  expect(at('axb', {}, Resource)).toBe('no-match')
})

function tagged(fallback = ''): string {
  return `arn:aws:s3:::bucket/users/\${aws:PrincipalTag/team${fallback}}/*`
}

test('a tag whose key has a space is a variable too', () => {
  const Resource = 'arn:aws:s3:::bucket/${aws:PrincipalTag/cost center}/*'

  expect(at('42/x', { 'aws:PrincipalTag/cost center': '42' }, Resource)).toBe('allowed')
})
