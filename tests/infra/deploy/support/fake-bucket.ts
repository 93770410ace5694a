import { createHash } from 'node:crypto'

interface FakeObject {
  bytes: Uint8Array
  contentType: string
  cacheControl: string
}

/** Objects of one bucket; enough of S3 to fill, list, empty and delete it. */
export interface FakeBucket {
  name: string
  /** Old versions, `<key>?<version>`, which only deleting sees. */
  versions: string[]
  /** Keys that are locked. */
  locked: Set<string>
  objects: Map<string, FakeObject>
}

export interface S3Request {
  method: string
  url: URL
  headers: Headers
  body: Uint8Array
}

const pageSize = 3

export function createFakeBucket(name: string): FakeBucket {
  return { name, versions: [], locked: new Set(), objects: new Map() }
}

export function isEmpty({ versions, objects }: FakeBucket): boolean {
  return versions.length === 0 && objects.size === 0
}

function etagOf({ bytes }: FakeObject): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}

/** The operation that a request is. */
export function actionOf({ method, url }: S3Request): string {
  const hasKey = Boolean(url.pathname.split('/')[2])
  if (method === 'GET' && url.searchParams.has('versions')) return 'ListObjectVersions'
  if (method === 'GET') return hasKey ? 'GetObject' : 'ListObjectsV2'
  if (method === 'PUT') return 'PutObject'
  return method === 'POST' ? 'DeleteObjects' : 'DeleteBucket'
}

export function answerBucket(buckets: Map<string, FakeBucket>, request: S3Request): Response {
  const [, name = '', ...parts] = request.url.pathname.split('/')
  const bucket = buckets.get(name)
  if (!bucket) return s3Error('NoSuchBucket', 404, 'The specified bucket does not exist')
  const key = parts.map(decodeURIComponent).join('/')
  switch (actionOf(request)) {
    case 'PutObject':
      return putObject(bucket, key, request)
    case 'GetObject':
      return getObject(bucket, key)
    case 'ListObjectsV2':
      return listObjects(bucket, request.url)
    case 'ListObjectVersions':
      return listVersions(bucket)
    case 'DeleteObjects':
      return deleteObjects(bucket, new TextDecoder().decode(request.body))
    default:
      if (!isEmpty(bucket)) return s3Error('BucketNotEmpty', 409)
      buckets.delete(name)
      return new Response(null, { status: 204 })
  }
}

export function s3Error(code: string, status: number, message = code): Response {
  return xml('Error', `<Code>${code}</Code><Message>${message}</Message>`, status)
}

function putObject({ objects }: FakeBucket, key: string, { headers, body }: S3Request): Response {
  const before = objects.get(key)
  const ifMatch = headers.get('if-match')
  const isOther =
    ifMatch === null
      ? headers.get('if-none-match') === '*' && before !== undefined
      : before === undefined || etagOf(before) !== ifMatch
  if (isOther) {
    return s3Error(
      'PreconditionFailed',
      412,
      'At least one of the pre-conditions you specified did not hold',
    )
  }
  const object = {
    bytes: body,
    contentType: headers.get('content-type') ?? '',
    cacheControl: headers.get('cache-control') ?? '',
  }
  objects.set(key, object)
  return new Response(null, { headers: { etag: etagOf(object) } })
}

function getObject({ objects }: FakeBucket, key: string): Response {
  const object = objects.get(key)
  if (!object) return s3Error('NoSuchKey', 404, 'The specified key does not exist.')
  return new Response(object.bytes.slice(), {
    headers: { 'content-type': object.contentType, etag: etagOf(object) },
  })
}

function listObjects({ name, objects }: FakeBucket, url: URL): Response {
  const after = url.searchParams.get('continuation-token') ?? ''
  const left = [...objects].filter(([key]) => key > after).sort(([a], [b]) => (a < b ? -1 : 1))
  const page = left.slice(0, pageSize * 4)
  const rows = page.map(
    ([key, object]) =>
      `<Contents><Key>${key}</Key><ETag>${etagOf(object)}</ETag><Size>${object.bytes.length}</Size></Contents>`,
  )
  const last = page.at(-1)?.[0]
  const next =
    left.length > page.length
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${last}</NextContinuationToken>`
      : '<IsTruncated>false</IsTruncated>'
  return xml('ListBucketResult', `<Name>${name}</Name>${rows.join('')}${next}`)
}

function listVersions({ versions, objects }: FakeBucket): Response {
  const all = [...[...objects.keys()].map((key) => `${key}?null`), ...versions]
  const rows = all.slice(0, pageSize).map((each) => {
    const [key = '', version = ''] = each.split('?')
    const tag = version.startsWith('mark') ? 'DeleteMarker' : 'Version'
    return `<${tag}><Key>${key}</Key><VersionId>${version}</VersionId></${tag}>`
  })
  return xml('ListVersionsResult', rows.join(''))
}

function deleteObjects(bucket: FakeBucket, body: string): Response {
  const wanted = [
    ...body.matchAll(
      /<Object>\s*<Key>([^<]*)<\/Key>\s*(?:<VersionId>([^<]*)<\/VersionId>)?\s*<\/Object>/g,
    ),
  ].map(([, key = '', version = 'null']) => ({ key, version }))
  const errors = wanted
    .filter(({ key }) => bucket.locked.has(key))
    .map(
      ({ key }) =>
        `<Error><Key>${key}</Key><Code>AccessDenied</Code><Message>Locked</Message></Error>`,
    )
  for (const { key, version } of wanted) {
    if (bucket.locked.has(key)) continue
    if (version === 'null') bucket.objects.delete(key)
    bucket.versions = bucket.versions.filter((each) => each !== `${key}?${version}`)
  }
  return xml('DeleteResult', errors.join(''))
}

function xml(root: string, content: string, status = 200): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><${root}>${content}</${root}>`, {
    status,
    headers: { 'content-type': 'application/xml' },
  })
}
