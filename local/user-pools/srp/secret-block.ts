import { parseBase64, toBase64 } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { installationKey } from '../installation-key.ts'
import { sweepAfter } from '../../core/store/sweep.ts'
import { bigintOf, concat } from './group.ts'

/** What the server has to know again when the proof comes. The client knows all of it but b. */
export interface SrpState {
  /** The server's secret exponent is made of it: b = HMAC(installation, nonce). */
  nonce: Uint8Array
  expiresAtMs: number
  A: bigint
  u: bigint
}

/** Whom a block was made for; it opens for nobody else. */
export interface BlockOwner {
  poolId: string
  clientId: string
  username: string
}

type BlockRuntime = Pick<Runtime, 'clock' | 'crypto' | 'random' | 'store'>

const layout = { nonce: 8, u: 40, A: 72, tag: 456, end: 488 }
const encoder = new TextEncoder()

/**
 * State of an exchange, handed to the client instead of kept: expiry, nonce, u and A, with a tag
 * over them and their owner. Opaque base64.
 */
export async function sealSecretBlock(
  runtime: BlockRuntime,
  owner: BlockOwner,
  { nonce, expiresAtMs, A, u }: SrpState,
): Promise<string> {
  const block = new Uint8Array(layout.end)
  new DataView(block.buffer).setFloat64(0, expiresAtMs)
  block.set(nonce, layout.nonce)
  setNumber(block, u, layout.u, layout.A)
  setNumber(block, A, layout.A, layout.tag)
  block.set(await tagOf(runtime, owner, block), layout.tag)
  return toBase64(block)
}

/** Undefined when `text` was not sealed here for this owner. Says nothing of expiry or use. */
export async function openSecretBlock(
  runtime: BlockRuntime,
  owner: BlockOwner,
  text: string,
): Promise<(SrpState & { bytes: Uint8Array }) | undefined> {
  const bytes = parseBase64(text)
  if (bytes?.length !== layout.end) return undefined
  const tag = await tagOf(runtime, owner, bytes)
  if (!runtime.crypto.equal(tag, bytes.subarray(layout.tag))) return undefined
  return {
    bytes,
    expiresAtMs: new DataView(bytes.buffer).getFloat64(0),
    nonce: bytes.subarray(layout.nonce, layout.u),
    u: bigintOf(bytes.subarray(layout.u, layout.A)),
    A: bigintOf(bytes.subarray(layout.A, layout.tag)),
  }
}

/** @returns false when it was spent before. Synchronous, so that of two answers one wins. */
export function spendSecretBlock(
  { clock, store }: Pick<Runtime, 'clock' | 'store'>,
  { nonce, expiresAtMs }: SrpState,
): boolean {
  const spent = store.table<number>('user-pools/spent-secret-blocks')
  const key = toHex(nonce)
  if (spent.get(key) !== undefined) return false
  store.transaction(() => {
    sweepAfter(spent, key, (otherExpiresAtMs) => otherExpiresAtMs <= clock.now())
    spent.set(key, expiresAtMs)
  })
  return true
}

/** b, 256 bits: nobody who sees the block can compute it. */
export async function secretExponent(runtime: BlockRuntime, nonce: Uint8Array): Promise<bigint> {
  return bigintOf(await runtime.crypto.hmacSha256(await installationKey(runtime, 'srp-b'), nonce))
}

async function tagOf(
  runtime: BlockRuntime,
  { poolId, clientId, username }: BlockOwner,
  block: Uint8Array,
): Promise<Uint8Array> {
  const key = await installationKey(runtime, 'secret-block')
  const names = encoder.encode(JSON.stringify([poolId, clientId, username]))
  return runtime.crypto.hmacSha256(key, concat(block.subarray(0, layout.tag), names))
}

/** Big-endian, with leading zeros up to the whole field. */
function setNumber(block: Uint8Array, value: bigint, start: number, end: number): void {
  let rest = value
  for (let index = end - 1; index >= start; index -= 1) {
    block[index] = Number(rest & 0xffn)
    rest >>= 8n
  }
}
