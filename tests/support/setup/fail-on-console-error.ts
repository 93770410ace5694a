import { afterEach, expect, vi } from 'vitest'

const errors = vi.spyOn(console, 'error')

afterEach(() => {
  const calls = [...errors.mock.calls]
  errors.mockClear()
  expect(calls, 'unexpected console.error').toEqual([])
})
