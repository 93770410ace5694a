export interface IpRange {
  bits: 32 | 128
  address: bigint
  prefixLength: number
}

/**
 * An address or a CIDR range (RFC 4632, RFC 4291), IPv4 or IPv6.
 *
 * @returns undefined for anything else.
 */
export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', length, ...rest] = text.split('/')
  if (rest.length > 0) return undefined
  const bits = address.includes(':') ? 128 : 32
  const value = bits === 128 ? parseIpv6(address) : parseIpv4(address)
  if (value === undefined) return undefined
  if (length === undefined) return { bits, address: value, prefixLength: bits }
  if (!/^\d{1,3}$/.test(length) || Number(length) > bits) return undefined
  return { bits, address: value, prefixLength: Number(length) }
}

/** Whether `address` lies in `range`; never across families. */
export function isInRange(address: IpRange, range: IpRange): boolean {
  if (address.bits !== range.bits) return false
  const shift = BigInt(range.bits - range.prefixLength)
  return address.address >> shift === range.address >> shift
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let value = 0n
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined
    value = (value << 8n) | BigInt(part)
  }
  return value
}

function parseIpv6(text: string): bigint | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (tail) {
    const last = parseIpv4(tail[2] ?? '')
    if (last === undefined) return undefined
    const hex = `${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`
    return parseIpv6(`${tail[1] ?? ''}${hex}`)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], end = []] = halves.map((half) => (half ? half.split(':') : []))
  const missing = 8 - head.length - end.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...end]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n)
}
