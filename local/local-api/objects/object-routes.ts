import { parseXml, xmlList, xmlText, type XmlTree } from '../../http/parse-xml.ts'
import { LocalApiError } from '../local-api-error.ts'
import type { Routes } from '../handler.ts'
import { readJson } from '../read-json.ts'

/** S3 as the administrator has it. */
export interface ObjectPlaces {
  buckets: () => readonly string[]
  /** ListObjectsV2, folder by folder. */
  list: (bucket: string, prefix: string, continuationToken?: string) => Promise<Response>
  remove: (bucket: string, key: string) => Promise<Response>
  /** An address that is good for a minute. */
  link: (bucket: string, key: string) => Promise<string>
}

export function objectRoutes(objects: ObjectPlaces): Routes {
  return {
    '/_local/buckets': {
      GET: () => Response.json(objects.buckets().map((name) => ({ name }))),
    },
    '/_local/buckets/{id}': {
      GET: async (_request, { searchParams }, bucket) => {
        const after = searchParams.get('after') ?? undefined
        const listed = await objects.list(bucket, searchParams.get('prefix') ?? '', after)
        return Response.json(readListing(await readAnswer(listed)))
      },
      POST: async (request, _url, bucket) => {
        const { key } = await readJson(request)
        if (typeof key !== 'string' || key === '') {
          throw new LocalApiError(400, 'key has to be that of the object to read.')
        }
        return Response.json({ url: await objects.link(bucket, key) })
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
