import { StorageError } from 'aws-amplify/storage'
import { expect, test } from 'vitest'
import { reading, storageProblem, writing } from '../../../../src/storage/storage-errors.ts'

function named(name: string): StorageError {
  return new StorageError({ name, message: 'never read' })
}

test.each([
  ['AccessDenied', 'denied'],
  ['SlowDown', 'busy'],
  ['503', 'busy'],
  ['ExpiredToken', 'expired'],
  ['NoCredentials', 'signedOut'],
  ['NoSuchBucket', 'noBucket'],
  ['ResourceNotFoundException', 'noIdentityPool'],
  ['InvalidIdentityPoolConfigurationException', 'noRole'],
  ['PermanentRedirect', 'wrongRegion'],
  ['RequestTimeTooSkewed', 'clock'],
  ['EntityTooLarge', 'tooLarge'],
  ['CanceledError', 'cancelled'],
  ['PreconditionFailed', 'conflict'],
  ['SomethingNew', 'unknown'],
])('%s while writing is %s', (name, trouble) => {
  expect(storageProblem(named(name), writing, true)).toEqual({
    trouble,
    code: name,
    action: 's3:PutObject',
  })
})

test('a request that did not get through is offline only when the browser says so', () => {
  expect(storageProblem(named('ERR_NETWORK'), reading, false).trouble).toBe('offline')
  expect(storageProblem(named('ERR_NETWORK'), reading, true).trouble).toBe('unreachable')
  expect(storageProblem(named('AccessDenied'), reading, false).trouble).toBe('denied')
})

test('a deleted profile is a conflict when writing, and no conflict when reading', () => {
  expect(storageProblem(named('NoSuchKey'), writing, true).trouble).toBe('conflict')
  expect(storageProblem(named('NoSuchKey'), reading, true).trouble).toBe('unknown')
})

test('a fault in the app is thrown on', () => {
  const fault = new TypeError('x is not a function')

  expect(() => storageProblem(fault, writing, true)).toThrow(fault)
})
