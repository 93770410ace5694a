import { expect, test } from 'vitest'
import { parseS3Error } from '../../../../src/storage/s3-error.ts'

test('an error is named by its code', () => {
  const xml = '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>Please</Message></Error>'

  expect(parseS3Error(503, xml)).toMatchObject({ name: 'SlowDown', message: 'Please' })
})

test('an answer without a document is named by its status', () => {
  expect(parseS3Error(412, '').name).toBe('PreconditionFailed')
  expect(parseS3Error(502, '<html><body>Bad gateway').name).toBe('502')
})

test('a lapsed URL is told from a missing right by the times beside it', () => {
  const times =
    '<Expires>2026-08-01T12:00:00Z</Expires><ServerTime>2026-08-01T12:09:00Z</ServerTime>'

  expect(parseS3Error(403, `<Error><Code>AccessDenied</Code>${times}</Error>`).name).toBe(
    'RequestExpired',
  )
  expect(parseS3Error(403, '<Error><Code>AccessDenied</Code></Error>').name).toBe('AccessDenied')
})

test('what S3 says is read as text, its entities resolved once', () => {
  const message = 'on resource: &quot;arn&quot; because &amp;lt;'

  expect(parseS3Error(403, `<Error><Message>${message}</Message></Error>`).message).toBe(
    'on resource: "arn" because &lt;',
  )
})
