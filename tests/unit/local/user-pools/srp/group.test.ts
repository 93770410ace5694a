import { createHash, getDiffieHellman } from 'node:crypto'
import { expect, test } from 'vitest'
import { bigintOf, concat, g, k, N, pad } from '../../../../../local/user-pools/srp/group.ts'

test('N is the 3072-bit prime of RFC 3526 and k belongs to it', () => {
  const hash = createHash('sha256')
    .update(concat(pad(N), pad(g)))
    .digest('hex')

  expect(N).toBe(BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`))
  expect(k).toBe(BigInt(`0x${hash}`))
})

test.for([
  [0n, '00'],
  [0x7fn, '7f'],
  [0x80n, '0080'],
  [0xfffn, '0fff'],
  [0x8000n, '008000'],
] as const)('pad(%s) is the shortest positive two’s complement, %s', ([value, hex]) => {
  expect(Buffer.from(pad(value)).toString('hex')).toBe(hex)
  expect(bigintOf(pad(value))).toBe(value)
})
