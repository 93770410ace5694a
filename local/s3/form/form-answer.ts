import { parseUrl } from '../../core/encoding/parse-url.ts'
import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { uriEncodePath } from '../../signature-v4/uri-encode.ts'
import type { Answer } from '../operation.ts'
import type { S3Request } from '../request.ts'
import type { UploadForm } from './form.ts'

/**
 * What a browser is answered once its file is stored: it goes where `success_action_redirect` says,
 * or hears 204, or what else `success_action_status` asks for.
 *
 * @param stored of the PUT that the form stands for.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export function formAnswer(
  request: S3Request,
  form: UploadForm,
  { bucketName, key }: { bucketName: string; key: string },
  stored: Record<string, string>,
): Answer {
  const etag = stored.etag ?? ''
  const target = readRedirect(form.get('success_action_redirect') ?? form.get('redirect'))
  if (target) {
    for (const [name, value] of Object.entries({ bucket: bucketName, key, etag })) {
      target.searchParams.append(name, value)
    }
    return { status: 303, headers: { ...stored, location: target.href } }
  }
  const path = `${request.canonicalPath.replace(/\/$/, '')}/${uriEncodePath(key)}`
  const location = `${request.protocol}//${request.signedHost}${path}`
  const status = form.get('success_action_status')
  if (status !== '201') {
    return { status: status === '200' ? 200 : 204, headers: { ...stored, location } }
  }
  return {
    status: 201,
    headers: { ...stored, ...xmlHeaders, location },
    body: xmlDocument([
      'PostResponse',
      [
        ['Location', location],
        ['Bucket', bucketName],
        ['Key', key],
        ['ETag', etag],
      ],
    ]),
  }
}

/** What is no address of a page is as good as none. */
function readRedirect(text: string | undefined): URL | undefined {
  const url = text === undefined ? undefined : parseUrl(text)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined
}
