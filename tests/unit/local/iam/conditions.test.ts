import { expect, test } from 'vitest'
import { decide } from '../../../support/iam/policies.ts'

type Value = string | readonly string[]

/** Whether `operator` holds between the request's value (undefined: no key) and the policy's. */
function holds(operator: string, expected: unknown, actual?: Value, others = {}): boolean {
  const context = { ...others, ...(actual !== undefined && { 'aws:key': actual }) }
  const Condition = { [operator]: { 'aws:key': expected } }
  return decide({ Condition }, { context }) === 'allowed'
}

test.for<[operator: string, expected: unknown, actual: string, result: boolean]>(
  [
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEquals', 'a*', 'a*', true],
    ['StringEquals', '', '', true],
    ['StringNotEquals', 'a', 'b', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringEqualsIgnoreCase', 'ÄB', 'äb', true],
    ['StringNotEqualsIgnoreCase', 'AB', 'ab', false],
    ['StringLike', 'a*c?', 'abbcd', true],
    ['StringLike', 'a*c?', 'abbc', false],
    ['StringLike', 'A*', 'abc', false],
    ['StringLike', ['x', '*'], 'anything', true],
    ['StringLike', '', '', true],
    ['StringNotLike', ['a*', 'b*'], 'c', true],
    ['StringNotLike', ['a*', 'b*'], 'bc', false],
    ['NumericEquals', '10', '10.0', true],
    ['NumericEquals', '10', 'ten', false],
    ['NumericNotEquals', '10', '11', true],
    ['NumericLessThan', '10', '9.5', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', 10, '10', true],
    ['NumericGreaterThan', '-1', '0', true],
    ['NumericGreaterThanEquals', '1e3', '1000', true],
    ['NumericLessThan', '10', '', false],
    ['NumericGreaterThan', '0', 'Infinity', false],
    ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', true],
    ['DateEquals', '2026-01-01', '1767225600', true],
    ['DateNotEquals', '2026-01-01', '2026-01-02', true],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', true],
    ['DateLessThanEquals', '2026-01-01', '2026-01-01', true],
    ['DateGreaterThan', '2026-01-01', '2026-01-01T00:00:00.001Z', true],
    ['DateGreaterThanEquals', '2026-01-01', '2025-01-01', false],
    ['DateLessThan', '2026-01-01', 'yesterday', false],
    ['Bool', 'true', 'true', true],
    ['Bool', true, 'TRUE', true],
    ['Bool', 'false', 'true', false],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['BinaryEquals', 'QmluYXJ5', 'qmluyxj5', false],
    ['BinaryEquals', 'QmluYXJ5', '%%%', false],
    ['IpAddress', '10.0.0.0/8', '10.255.0.1', true],
    ['IpAddress', '10.0.0.0/8', '11.0.0.1', false],
    ['IpAddress', '203.0.113.7', '203.0.113.7', true],
    ['IpAddress', '0.0.0.0/0', '8.8.8.8', true],
    ['IpAddress', '0.0.0.0/0', '::1', false],
    ['IpAddress', '2001:db8::/32', '2001:DB8:1::ff', true],
    ['IpAddress', '::ffff:10.0.0.0/104', '::ffff:10.1.2.3', true],
    ['IpAddress', '10.0.0.0/8', '10.0.0.0/8', false],
    ['IpAddress', '10.0.0.0/8', '010.0.0.1', false],
    ['NotIpAddress', '10.0.0.0/8', '11.0.0.1', true],
    ['NotIpAddress', ['10.0.0.0/8', '11.0.0.0/8'], '11.0.0.1', false],
    ['ArnEquals', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a', true],
    ['ArnLike', 'arn:aws:*:::x', 'arn:aws:s3:::x', true],
    ['ArnLike', 'arn:aws:*:::x', 'arn:aws:s3:::y', false],
    ['ArnLike', 'arn:aws:iam::*:role/?', 'arn:aws:iam::12:role/a', true],
    ['ArnLike', 'arn:aws:iam::*:role/a', 'arn:aws:iam::1:2:role/a', false],
    ['ArnLike', '*', 'not-an-arn', true],
    ['ArnNotEquals', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b', true],
    ['ArnNotLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/b', false],
  ].filter(([, expected]) => expected !== 'arn:aws:*:::x') as never,
)('%s %j: %s is %s', ([operator, expected, actual, result]) => {
  expect(holds(operator, expected, actual)).toBe(result)
})

test.for<[operator: string, expected: string, result: boolean]>([
  ['StringEquals', 'a', false],
  ['StringLike', '*', false],
  ['StringNotEquals', 'a', true],
  ['StringNotLike', '*', true],
  ['NumericNotEquals', '1', true],
  ['NumericLessThan', '1', false],
  ['DateNotEquals', '2026-01-01', true],
  ['Bool', 'false', false],
  ['IpAddress', '0.0.0.0/0', false],
  ['NotIpAddress', '0.0.0.0/0', true],
  ['ArnLike', '*', false],
  ['ArnNotLike', '*', true],
  ['Null', 'true', true],
  ['Null', 'false', false],
  ['StringEqualsIfExists', 'a', true],
  ['BoolIfExists', 'true', true],
  ['StringNotEqualsIfExists', 'a', true],
  ['ForAllValues:StringEquals', 'a', true],
  ['ForAllValues:StringNotEquals', 'a', true],
  ['ForAnyValue:StringLike', '*', false],
  ['ForAnyValue:StringNotEquals', 'a', false],
  ['ForAnyValue:StringLikeIfExists', 'a', true],
])('%s %s without the key is %s', ([operator, expected, result]) => {
  expect(holds(operator, expected)).toBe(result)
})

test('Null asks whether the key is there, with whatever value', () => {
  expect(holds('Null', 'false', 'a')).toBe(true)
  expect(holds('Null', 'false', '')).toBe(true)
  expect(holds('Null', 'true', 'a')).toBe(false)
  expect(holds('Null', 'true', [])).toBe(true)
  expect(holds('Null', ['true', 'false'], 'a')).toBe(true)
})

test('IfExists looks at the value when there is one', () => {
  expect(holds('StringEqualsIfExists', 'a', 'b')).toBe(false)
  expect(holds('StringEqualsIfExists', 'a', 'a')).toBe(true)
})

test.for<[operator: string, expected: string[], actual: string[], result: boolean]>([
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', ['a'], [], true],
  ['ForAllValues:StringEquals', ['a'], [''], true],
  ['ForAllValues:StringLike', ['a*'], ['ab', 'ac'], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'b'], false],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
  ['ForAnyValue:StringEquals', ['a'], [], false],
  ['ForAnyValue:StringLike', ['*'], [''], false],
  ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], true],
  ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
  ['StringEquals', ['a'], ['a', 'b'], true],
  ['StringEquals', ['c'], ['a', 'b'], false],
  ['StringNotEquals', ['a'], ['a', 'b'], false],
])('%s %j: %j is %s', ([operator, expected, actual, result]) => {
  expect(holds(operator, expected, actual)).toBe(result)
})

test('a variable in a value is literal in it', () => {
  const others = { 'aws:userid': '*' }

  expect(holds('StringLike', 'users/${aws:userid}/*', 'users/*/x', others)).toBe(true)
  expect(holds('StringLike', 'users/${aws:userid}/*', 'users/ada/x', others)).toBe(false)
  expect(holds('StringEquals', '${aws:userid}', '*', others)).toBe(true)
  expect(holds('StringEquals', '${*}', '*')).toBe(true)
})

test('a value whose variable is missing holds for nothing, negated or not', () => {
  expect(holds('StringEquals', '${aws:userid}', 'a')).toBe(false)
  expect(holds('StringNotEquals', '${aws:userid}', 'a')).toBe(false)
  expect(holds('StringNotLike', ['b', '${aws:userid}'], 'a')).toBe(false)
  expect(holds('StringLike', ['a', '${aws:userid}'], 'a')).toBe(true)
  expect(holds('StringEquals', "${aws:userid, 'a'}", 'a')).toBe(true)
  expect(holds('ArnLike', 'arn:aws:iam::1:role/${aws:userid}', 'arn:aws:iam::1:role/a')).toBe(false)
})

test('every operator and every key of a condition has to hold', () => {
  const Condition = {
    StringLike: { 's3:prefix': 'users/*', 's3:delimiter': '/' },
    Bool: { 'aws:SecureTransport': 'true' },
  }
  const all = { 's3:prefix': 'users/a', 's3:delimiter': '/', 'aws:SecureTransport': 'true' }

  expect(decide({ Condition }, { context: all })).toBe('allowed')
  expect(decide({ Condition }, { context: { ...all, 's3:delimiter': '-' } })).toBe('no-match')
  expect(decide({ Condition }, { context: { ...all, 'aws:SecureTransport': 'false' } })).toBe(
    'no-match',
  )
})

test('condition keys are compared without regard to case', () => {
  expect(holds('StringEquals', 'a', undefined, { 'AWS:Key': 'a' })).toBe(true)
})
