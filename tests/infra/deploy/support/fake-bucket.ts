/** Objects of one bucket, each with its versions; enough of S3 to empty and delete it. */
export interface FakeBucket {
  name: string
  /** `<key>?<version>` */
  versions: string[]
  /** Keys that are locked. */
  locked: Set<string>
}

const pageSize = 3

export function answerBucket(
  buckets: Map<string, FakeBucket>,
  { method, url }: { method: string; url: URL },
  body: string,
): { action: string; response: Response } {
  const name = url.pathname.split('/')[1] ?? ''
  const bucket = buckets.get(name)
  if (!bucket) {
    return { action: 'NoSuchBucket', response: xml('Error', '<Code>NoSuchBucket</Code>', 404) }
  }
  if (method === 'GET' && url.searchParams.has('versions')) {
    const rows = bucket.versions.slice(0, pageSize).map((each) => {
      const [key = '', version = ''] = each.split('?')
      const tag = version.startsWith('mark') ? 'DeleteMarker' : 'Version'
      return `<${tag}><Key>${key}</Key><VersionId>${version}</VersionId></${tag}>`
    })
    return { action: 'ListObjectVersions', response: xml('ListVersionsResult', rows.join('')) }
  }
  if (method === 'POST' && url.searchParams.has('delete')) {
    return { action: 'DeleteObjects', response: deleteVersions(bucket, body) }
  }
  if (bucket.versions.length > 0) {
    return { action: 'DeleteBucket', response: xml('Error', '<Code>BucketNotEmpty</Code>', 409) }
  }
  buckets.delete(name)
  return { action: 'DeleteBucket', response: new Response(null, { status: 204 }) }
}

function deleteVersions(bucket: FakeBucket, body: string): Response {
  const wanted = [
    ...body.matchAll(/<Object>\s*<Key>([^<]*)<\/Key>\s*<VersionId>([^<]*)<\/VersionId>/g),
  ].map(([, key = '', version = '']) => ({ key, version }))
  const errors = wanted
    .filter(({ key }) => bucket.locked.has(key))
    .map(
      ({ key }) =>
        `<Error><Key>${key}</Key><Code>AccessDenied</Code><Message>Locked</Message></Error>`,
    )
  const gone = new Set(
    wanted
      .filter(({ key }) => !bucket.locked.has(key))
      .map(({ key, version }) => `${key}?${version}`),
  )
  bucket.versions = bucket.versions.filter((each) => !gone.has(each))
  return xml('DeleteResult', errors.join(''))
}

function xml(root: string, content: string, status = 200): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><${root}>${content}</${root}>`, {
    status,
    headers: { 'content-type': 'application/xml' },
  })
}
