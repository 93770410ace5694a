import type { Hasher } from '../ports/crypto.ts'

/** Rotations and sines of RFC 1321, section 3.4. */
const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const sines = Int32Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
)
const blockBytes = 64

/** MD5 (RFC 1321), which Web Crypto lacks and S3's ETags are. Not for anything secret. */
export function md5(): Hasher {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  const block = new Uint8Array(blockBytes)
  let totalBytes = 0

  function update(chunk: Uint8Array) {
    for (let offset = 0; offset < chunk.length;) {
      const filled = totalBytes % blockBytes
      const taken = Math.min(blockBytes - filled, chunk.length - offset)
      block.set(chunk.subarray(offset, offset + taken), filled)
      totalBytes += taken
      offset += taken
      if (filled + taken === blockBytes) compress(state, block)
    }
  }

  return {
    update,
    digest() {
      const lengthBits = new DataView(new ArrayBuffer(8))
      lengthBits.setBigUint64(0, BigInt(totalBytes) * 8n, true)
      const padding = new Uint8Array(((119 - (totalBytes % blockBytes)) % blockBytes) + 1)
      padding[0] = 0x80
      update(padding)
      update(new Uint8Array(lengthBits.buffer))
      const digest = new DataView(new ArrayBuffer(16))
      state.forEach((word, index) => digest.setInt32(index * 4, word, true))
      return Promise.resolve(new Uint8Array(digest.buffer))
    },
  }
}

/** RFC 1321, section 3.4: one block into the state. */
function compress(state: Int32Array, block: Uint8Array) {
  const words = new DataView(block.buffer)
  let [a = 0, b = 0, c = 0, d = 0] = state
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4
    const [mixed, word] = mix(round, step, b, c, d)
    const sum = (a + mixed + (sines[step] ?? 0) + words.getInt32(word * 4, true)) | 0
    const shift = shifts[round * 4 + (step & 3)] ?? 0
    a = d
    d = c
    c = b
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0
  }
  state.set([a, b, c, d].map((word, index) => (word + (state[index] ?? 0)) | 0))
}

function mix(round: number, step: number, b: number, c: number, d: number): [number, number] {
  if (round === 0) return [(b & c) | (~b & d), step]
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) & 15]
  if (round === 2) return [b ^ c ^ d, (3 * step + 5) & 15]
  return [c ^ (b | ~d), (7 * step) & 15]
}
