import { parseXml, xmlList, xmlText, type XmlTree } from '../../http/parse-xml.ts'
import { LocalApiError } from '../local-api-error.ts'
import type { Routes } from '../handler.ts'
import { readJson } from '../read-json.ts'

/** S3 as the administrator has it. */
export interface ObjectPlaces {
  buckets: () => readonly string[]
  /** ListObjectsV2, folder by folder. */
  list: (bucket: string, prefix: string, continuationToken?: string) => Promise<Response>
  /** HeadObject. */
  head: (bucket: string, key: string) => Promise<Response>
  remove: (bucket: string, key: string) => Promise<Response>
  /** An address that is good for a minute. @param isDownload for a file rather than a page. */
  link: (bucket: string, key: string, isDownload: boolean) => Promise<string>
}

export function objectRoutes(objects: ObjectPlaces): Routes {
  return {
    '/_local/buckets': {
      GET: () => Response.json(objects.buckets().map((name) => ({ name }))),
    },
    '/_local/buckets/{id}': {
      GET: async (_request, { searchParams }, bucket) => {
        const key = searchParams.get('key')
        if (key) return Response.json(describeHead(await objects.head(bucket, key)))
        const after = searchParams.get('after') ?? undefined
        const listed = await objects.list(bucket, searchParams.get('prefix') ?? '', after)
        return Response.json(readListing(await readAnswer(listed)))
      },
      POST: async (request, _url, bucket) => {
        const { key, isDownload = false } = await readJson(request)
        if (typeof key !== 'string' || key === '') {
          throw new LocalApiError(400, 'key has to be that of the object to read.')
        }
        if (typeof isDownload !== 'boolean') {
          throw new LocalApiError(400, 'isDownload has to be true or false.')
        }
        return Response.json({ url: await objects.link(bucket, key, isDownload) })
      },
      DELETE: async (_request, { searchParams }, bucket) => {
        const key = searchParams.get('key')
        if (!key) throw new LocalApiError(400, 'key has to be that of the object to delete.')
        await readAnswer(await objects.remove(bucket, key))
        return new Response(null, { status: 204 })
      },
    },
  }
}

/** What S3 says of an object without its body. @throws LocalApiError */
function describeHead({ ok, status, headers }: Response) {
  if (!ok) throw new LocalApiError(status, 'There is no such object.')
  const text = (name: string) => headers.get(name) ?? undefined
  const metadata = [...headers].flatMap(([name, value]) =>
    name.startsWith(metadataPrefix) ? [[name.slice(metadataPrefix.length), value]] : [],
  )
  return {
    sizeBytes: Number(headers.get('content-length')),
    contentType: text('content-type'),
    cacheControl: text('cache-control'),
    contentDisposition: text('content-disposition'),
    lastModified: text('last-modified'),
    etag: text('etag'),
    versionId: text('x-amz-version-id'),
    metadata: Object.fromEntries(metadata) as Record<string, string>,
  }
}

const metadataPrefix = 'x-amz-meta-'

/** @throws LocalApiError with what S3 refused it by. */
async function readAnswer(answer: Response): Promise<XmlTree> {
  const text = await answer.text()
  const tree = parseXml(text) ?? {}
  if (answer.ok) return tree
  const [error] = xmlList(tree, 'Error')
  const code = xmlText(error, 'Code') ?? String(answer.status)
  throw new LocalApiError(answer.status, `${code}: ${xmlText(error, 'Message') ?? ''}`)
}

function readListing(tree: XmlTree) {
  const [result] = xmlList(tree, 'ListBucketResult')
  if (typeof result !== 'object') throw new Error('S3 listed nothing that can be read')
  const next = xmlText(result, 'NextContinuationToken')
  return {
    folders: xmlList(result, 'CommonPrefixes').map((each) => xmlText(each, 'Prefix') ?? ''),
    objects: xmlList(result, 'Contents').map((each) => ({
      key: xmlText(each, 'Key') ?? '',
      sizeBytes: Number(xmlText(each, 'Size')),
      lastModified: xmlText(each, 'LastModified') ?? '',
      etag: xmlText(each, 'ETag') ?? '',
    })),
    ...(next !== undefined && { after: next }),
  }
}
