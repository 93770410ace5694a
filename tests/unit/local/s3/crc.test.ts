import { expect, test } from 'vitest'
import type { CrcAlgorithm } from '../../../../local/core/ports/crypto.ts'
import { toHex } from '../../../../local/core/encoding/hex.ts'
import { createNodeCrypto } from '../../../../local/node/node-crypto.ts'
import { combineCrcs } from '../../../../local/s3/checksums/combine-crc.ts'

/** The check values of "123456789" in the catalogue of CRC algorithms (reveng.sourceforge.io). */
const checks: [CrcAlgorithm, string][] = [
  ['CRC32', 'cbf43926'],
  ['CRC32C', 'e3069283'],
  ['CRC64NVME', 'ae8b14860a799888'],
]

async function crcOf(algorithm: CrcAlgorithm, ...chunks: Uint8Array[]): Promise<string> {
  const hasher = createNodeCrypto().hasher(algorithm)
  for (const chunk of chunks) hasher.update(chunk)
  return toHex(await hasher.digest())
}

test.each(checks)(
  '%s has its published check value, however the bytes come',
  async (name, value) => {
    const bytes = new TextEncoder().encode('123456789')

    for (let end = 0; end <= bytes.length; end += 1) {
      expect(await crcOf(name, bytes.subarray(0, end), bytes.subarray(end))).toBe(value)
    }
  },
)

test.each(checks)('%s of a whole follows from its parts', async (name) => {
  const bytes = crypto.getRandomValues(new Uint8Array(10_000))
  const cuts = [0, 1, 1, 4096, 8192, 10_000]
  const parts = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end))
  const crcs = await Promise.all(
    parts.map(async (part) => ({
      crc: BigInt(`0x${await crcOf(name, part)}`),
      sizeBytes: part.byteLength,
    })),
  )

  const whole = combineCrcs(name, crcs)

  expect(whole).toBe(BigInt(`0x${await crcOf(name, bytes)}`))
})
