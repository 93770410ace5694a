/** A request of AWS's query protocol: `Action=…&Parameters.member.1.ParameterKey=…`. */
export interface QueryRequest {
  action: string
  text: (name: string) => string | undefined
  flag: (name: string) => boolean
  /** The members of a list, each as a map of what stands after its number. */
  list: (name: string) => Readonly<Record<string, string>>[]
}

/** @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function parseQueryRequest(body: string): QueryRequest {
  const form = new URLSearchParams(body)
  return {
    action: form.get('Action') ?? '',
    text: (name) => form.get(name) ?? undefined,
    flag: (name) => form.get(name) === 'true',
    list(name) {
      const members: Record<string, string>[] = []
      for (const [key, value] of form) {
        const [, index, member = ''] = /^\.member\.(\d+)(?:\.(.+))?$/.exec(
          key.startsWith(name) ? key.slice(name.length) : '',
        ) ?? ['', '']
        if (index !== '') (members[Number(index) - 1] ??= {})[member] = value
      }
      return members
    },
  }
}

export type XmlValue =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue }

export function queryAnswer(action: string, result: XmlValue): Response {
  const xml =
    `<${action}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">` +
    `<${action}Result>${toXml(result)}</${action}Result>` +
    `<ResponseMetadata><RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId></ResponseMetadata></${action}Response>`
  return new Response(xml, { headers: { 'content-type': 'text/xml' } })
}

/** What CloudFormation answers instead of a result. */
export class QueryError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

export function queryErrorAnswer({ code, message, status }: QueryError): Response {
  const xml =
    '<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">' +
    `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>` +
    '<RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId></ErrorResponse>'
  return new Response(xml, { status, headers: { 'content-type': 'text/xml' } })
}

function toXml(value: XmlValue): string {
  if (value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) {
    return value.map((item: XmlValue) => `<member>${toXml(item)}</member>`).join('')
  }
  if (typeof value !== 'object') return escapeXml(String(value))
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `<${name}>${toXml(member)}</${name}>`)
    .join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function invalid(message: string): QueryError {
  return new QueryError('ValidationError', message)
}

/** Small, so that every list has pages. */
const pageSize = 5

export function page<Item>(
  items: readonly Item[],
  request: QueryRequest,
): [readonly Item[], string | undefined] {
  const start = Number(request.text('NextToken') ?? 0)
  const end = start + pageSize
  return [items.slice(start, end), end < items.length ? String(end) : undefined]
}
