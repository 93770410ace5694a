import { xmlList, xmlText } from '../../http/parse-xml.ts'
import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import { checkKey } from '../address.ts'
import { readDeclaredChecksum } from '../checksums/checksums.ts'
import { S3Error } from '../errors.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readDocument, requireText } from '../xml/read-document.ts'
import { s3Namespace } from '../xml/xml.ts'
import { deleteAction, removeOne } from './delete-object.ts'

interface Target {
  key: string
  versionId: string | undefined
}

const maxTargets = 1000

/**
 * DeleteObjects: up to 1,000 keys, each authorised by itself and answered by itself.
 *
 * @throws InvalidRequest without a digest of the document, MalformedXML
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export async function deleteObjects(context: OperationContext): Promise<Answer> {
  const { runtime, request, garbage } = context
  if (!request.headers.has('content-md5') && !readDeclaredChecksum(request)) {
    throw new S3Error('InvalidRequest', {
      message: 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    })
  }
  const document = await readDocument(context, 'Delete')
  const targets = xmlList(document, 'Object').map((node): Target => {
    if (typeof node === 'string') throw new S3Error('MalformedXML')
    return { key: requireText(node, 'Key'), versionId: xmlText(node, 'VersionId') }
  })
  if (targets.length === 0 || targets.length > maxTargets) throw new S3Error('MalformedXML')
  const isQuiet = xmlText(document, 'Quiet') === 'true'

  const results = runtime.store.transaction(() =>
    targets.map((target) => deleteTarget(context, target)),
  )
  await garbage.collect()
  const shown = isQuiet ? results.filter(([name]) => name === 'Error') : results
  return {
    status: 200,
    headers: xmlHeaders,
    body: xmlDocument(['DeleteResult', shown], s3Namespace),
  }
}

function deleteTarget(context: OperationContext, { key, versionId }: Target): XmlElement {
  const { bucket, objects, rights } = context
  const version: XmlElement[] = versionId === undefined ? [] : [['VersionId', versionId]]
  try {
    checkKey(key)
    if (key === '') throw new S3Error('MalformedXML')
    rights.check(deleteAction(versionId), bucket, key)
  } catch (error) {
    if (!(error instanceof S3Error)) throw error
    return ['Error', [['Key', key], ...version, ['Code', error.code], ['Message', error.message]]]
  }
  const removal = removeOne(objects, bucket, key, versionId)
  return [
    'Deleted',
    [
      ['Key', key],
      ...version,
      removal.isMarker ? ['DeleteMarker', true] : undefined,
      removal.isMarker && removal.versionId
        ? ['DeleteMarkerVersionId', removal.versionId]
        : undefined,
    ],
  ]
}
