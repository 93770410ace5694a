import { expect, test } from 'vitest'
import { createOutbox } from '../../../../local/outbox/outbox.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

const message = {
  to: 'ada@example.com',
  channel: 'EMAIL',
  kind: 'SIGN_UP',
  code: '123456',
  subject: 'Your code',
  body: 'It is 123456',
} as const

test('messages are listed newest first, with an id and the time', () => {
  const runtime = createTestRuntime()
  const { deliver, list } = createOutbox(runtime)

  deliver(message)
  runtime.clock.advance({ minutes: 1 })
  deliver({ ...message, to: '+15551234567', channel: 'SMS', code: '654321' })

  const [newest, oldest] = list()
  expect(newest).toMatchObject({ to: '+15551234567', channel: 'SMS', code: '654321' })
  expect(oldest).toMatchObject(message)
  expect(newest?.id).not.toBe(oldest?.id)
  expect(Date.parse(newest?.sentAt ?? '') - Date.parse(oldest?.sentAt ?? '')).toBeGreaterThan(
    59_000,
  )
})

test('messages are found by their address, whatever its case', () => {
  const { deliver, list } = createOutbox(createTestRuntime())
  deliver(message)
  deliver({ ...message, to: 'bob@example.com' })

  expect(list('ADA@Example.com')).toMatchObject([{ to: 'ada@example.com' }])
  expect(list('ada')).toEqual([])
})

test('messages outlive the process that sent them', () => {
  const runtime = createTestRuntime()
  createOutbox(runtime).deliver(message)

  expect(createOutbox(runtime).list()).toMatchObject([message])
})

test('the newest thousand messages stay', () => {
  const { deliver, list } = createOutbox(createTestRuntime())

  for (let sent = 0; sent < 1003; sent += 1) deliver({ ...message, code: String(sent) })

  const codes = list().map(({ code }) => code)
  expect(codes).toHaveLength(1000)
  expect(codes[0]).toBe('1002')
  expect(codes.at(-1)).toBe('3')
})
