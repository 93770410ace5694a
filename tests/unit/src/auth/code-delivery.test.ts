import { expect, test } from 'vitest'
import { parseCode } from '../../../../src/auth/code-delivery.ts'

test.each(['123456', ' 123 456\n', '12\u00a034\u200956', '1 2 3 4 5 6'])(
  'reads %j as it was meant',
  (text) => {
    expect(parseCode(text)).toBe('123456')
  },
)
