import { formatAmzDate, parseAmzDate } from './amz-date.ts'
import type { SignatureClaims } from './claims.ts'
import type { CredentialFault, Refusals, ScopePart } from './refusals.ts'
import { algorithm } from './signature.ts'

/** How a service reads signatures. */
export interface SignatureRules {
  /** In the scope, e.g. `cognito-idp`. */
  service: string
  /** What is looked at first wins. */
  scopeOrder: readonly ScopePart[]
  /** Whether a query may be signed too. */
  isPresignable: boolean
  /** Whether an `Authorization` may have parts that nobody knows. */
  ignoresUnknownParts: boolean
  refuse: Refusals
}

export interface SignedMessage {
  method: string
  /** Encoded as the service wants it. */
  path: string
  query: readonly (readonly [name: string, value: string])[]
  headers: Headers
  /** As the client knows it: a proxy or a browser may have changed the header. */
  host: string
}

const parts = ['Credential', 'Signature', 'SignedHeaders'] as const
const queryParts = [
  'X-Amz-Date',
  'X-Amz-Credential',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
  'X-Amz-Expires',
] as const
const weekSeconds = 604_800

/**
 * Reads the `Authorization` header, or the query of a presigned request.
 *
 * @param region of what is asked for, where that is known.
 * @throws what `rules.refuse` has for it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export async function readSignature(
  rules: SignatureRules,
  message: SignedMessage,
  region: string | undefined,
): Promise<SignatureClaims> {
  const { isPresignable, refuse } = rules
  const authorization = message.headers.get('authorization')
  if (isPresignable && message.query.some(([name]) => name === 'X-Amz-Algorithm')) {
    if (authorization !== null) throw await refuse.signedTwice(authorization)
    return readQuery(rules, message, region)
  }
  if (authorization === null) throw await refuse.unsigned()
  return readHeader(rules, message, authorization, region)
}

async function readHeader(
  rules: SignatureRules,
  { headers }: SignedMessage,
  authorization: string,
  region: string | undefined,
): Promise<SignatureClaims> {
  const { refuse, ignoresUnknownParts } = rules
  const by = 'header'
  const amzDate = headers.get('x-amz-date') ?? httpDate(headers.get('date')) ?? ''
  const signedAtMs = parseAmzDate(amzDate)
  const hasDate = signedAtMs !== undefined
  const [given, rest] = splitOnce(authorization, ' ')
  if (given !== algorithm) throw await refuse.unknownAlgorithm({ by, authorization, hasDate })

  const fields = new Map(rest.split(',').map((field) => splitOnce(field.trim(), '=')))
  const missing = parts.filter((name) => !fields.get(name))
  const [credential = '', signature = '', signedHeaders = ''] = parts.map((name) =>
    fields.get(name),
  )
  const hasOthers = !ignoresUnknownParts && fields.size !== parts.length
  if (missing.length > 0 || hasOthers || !hasDate) {
    throw await refuse.incomplete({ by, missing, authorization, hasDate })
  }
  return {
    by,
    ...(await readCredential(rules, { by, credential, amzDate, region })),
    signedHeaders: signedHeaders.split(';'),
    signature,
    amzDate,
    signedAtMs,
    sessionToken: headers.get('x-amz-security-token') ?? undefined,
  }
}

async function readQuery(
  rules: SignatureRules,
  { query }: SignedMessage,
  region: string | undefined,
): Promise<SignatureClaims> {
  const { refuse } = rules
  const by = 'query'
  const find = (wanted: string) => query.find(([name]) => name === wanted)?.[1]
  const missing = queryParts.filter((name) => !find(name))
  const [amzDate = '', credential = '', signedHeaders = '', signature = '', expires = ''] =
    queryParts.map(find)
  const signedAtMs = parseAmzDate(amzDate)
  const fault = { by, authorization: '', hasDate: signedAtMs !== undefined } as const
  if (missing.length > 0) throw await refuse.incomplete({ ...fault, missing })
  if (find('X-Amz-Algorithm') !== algorithm) throw await refuse.unknownAlgorithm(fault)
  if (signedAtMs === undefined) throw await refuse.incomplete({ ...fault, missing })
  return {
    by,
    ...(await readCredential(rules, { by, credential, amzDate, region })),
    signedHeaders: signedHeaders.split(';'),
    signature,
    amzDate,
    signedAtMs,
    sessionToken: find('X-Amz-Security-Token'),
    expiresInSeconds: await readExpires(refuse, expires),
  }
}

async function readExpires(refuse: Refusals, text: string): Promise<number> {
  if (!/^-?\d+$/.test(text)) throw await refuse.expiry('not-a-number')
  const seconds = Number(text)
  if (seconds < 0) throw await refuse.expiry('negative')
  if (seconds > weekSeconds) throw await refuse.expiry('too-long')
  return seconds
}

/** Where a credential is good, and whose it is. @throws what `refuse.credential` has for it. */
export async function readCredential(
  { service: ours, scopeOrder, refuse }: Pick<SignatureRules, 'service' | 'scopeOrder' | 'refuse'>,
  given: Pick<CredentialFault, 'by' | 'credential' | 'amzDate'> & { region: string | undefined },
): Promise<Pick<SignatureClaims, 'accessKeyId' | 'scope'>> {
  const { region: expectedRegion, ...where } = given
  const [accessKeyId, date, region, service, terminator, ...rest] = given.credential.split('/')
  if (!accessKeyId || !date || !region || !service || !terminator || rest.length > 0) {
    throw await refuse.credential({ ...where, part: 'elements', given: '', expected: '' })
  }
  const found = { date, region, service, terminator }
  const expected = {
    date: given.amzDate.slice(0, 8),
    region: expectedRegion ?? region,
    service: ours,
    terminator: 'aws4_request',
  }
  const wrong = scopeOrder.find((part) => found[part] !== expected[part])
  if (wrong) {
    throw await refuse.credential({
      ...where,
      part: wrong,
      given: found[wrong],
      expected: expected[wrong],
    })
  }
  return { accessKeyId, scope: { date, region, service } }
}

/** `Date` stands in for `x-amz-date`: RFC 9110's form, to the second. */
function httpDate(date: string | null): string | undefined {
  const time = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? undefined : formatAmzDate(time)
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator)
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)]
}
