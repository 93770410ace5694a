import { expect, test } from 'vitest'
import { isEmail, isPhoneNumber } from '../../../../../local/user-pools/attributes/rules.ts'
import { deliveryDetails } from '../../../../../local/user-pools/codes/delivery.ts'
import { randomSub } from '../../../../../local/user-pools/users/username.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

test.for([
  'a@b.co',
  'ada.lovelace+tag@example.co.uk',
  "o'brien@example.com",
  'ädä@exämple.com',
  `${'a'.repeat(64)}@example.com`,
  '1@2.3',
])('%s is an e-mail address', (text) => {
  expect(isEmail(text)).toBe(true)
})

test.for([
  '',
  'ada',
  '@example.com',
  'ada@',
  'ada@example',
  'ada@@example.com',
  'ada@example..com',
  'ada@-example.com',
  'ada@example.com.',
  'ada lovelace@example.com',
  'ada@exam ple.com',
  'ada@example.com\n',
  'Ada <ada@example.com>',
  'ada@example.com,bob@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(64)}.com`,
  `a@${'b.'.repeat(160)}com`,
])('%j is not', (text) => {
  expect(isEmail(text)).toBe(false)
})

test.for(['+15551234567', '+4930123456', '+999999999999999'])('%s is a phone number', (text) => {
  expect(isPhoneNumber(text)).toBe(true)
})

test.for([
  '15551234567',
  '+0555123456',
  '+1-555-123-4567',
  '+1555',
  '+9999999999999999',
  '+1٣٣٣٣٣٣٣',
])('%s is not', (text) => {
  expect(isPhoneNumber(text)).toBe(false)
})

test.for([
  ['email', 'ada@example.com', 'a***@e***'],
  ['email', '😀da@example.com', '😀***@e***'],
  ['phone_number', '+15551234567', '+*******4567'],
  ['phone_number', '+4930123456', '+******3456'],
] as const)('the %s %s is shown as %s', ([attribute, destination, shown]) => {
  expect(deliveryDetails({ attribute, destination }).Destination).toBe(shown)
})

test('a sub looks like a UUID of version 7 whose variant may be any', () => {
  const { random } = createTestRuntime()
  const subs = Array.from({ length: 200 }, () => randomSub(random))

  for (const sub of subs) {
    expect(sub).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/)
  }
  expect(new Set(subs.map((sub) => sub.charAt(19))).size).toBeGreaterThan(4)
  expect(new Set(subs).size).toBe(200)
})
