import { xmlList, xmlText } from '../../http/parse-xml.ts'
import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import { checkKey } from '../address.ts'
import { readDeclaredChecksum } from '../checksums/checksums.ts'
import type { BucketConfig } from '../config.ts'
import { S3Error } from '../errors.ts'
import { hasVersions } from '../objects/find-readable.ts'
import { isVersionId } from '../objects/version-id.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readDocument, requireText } from '../xml/read-document.ts'
import { s3Namespace } from '../xml/xml.ts'
import {
  checkMayCompare,
  checkNoGovernance,
  deleteAction,
  removeOne,
  type Removal,
  type Target,
} from './delete-object.ts'

interface ListedTarget extends Target {
  isOfDirectory: boolean
}

/** Only directory buckets know them. */
const conditionsOfDirectories = ['LastModifiedTime', 'Size']

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
  const targets = xmlList(document, 'Object').map((node): ListedTarget => {
    if (typeof node === 'string') throw new S3Error('MalformedXML')
    return {
      key: requireText(node, 'Key'),
      versionId: xmlText(node, 'VersionId'),
      match: xmlText(node, 'ETag'),
      isOfDirectory: conditionsOfDirectories.some((name) => xmlText(node, name) !== undefined),
    }
  })
  if (targets.length === 0 || targets.length > maxTargets) throw new S3Error('MalformedXML')
  checkNoGovernance(context)
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

function deleteTarget(context: OperationContext, target: ListedTarget): XmlElement {
  const { key, versionId } = target
  const version: XmlElement[] = versionId === undefined ? [] : [['VersionId', versionId]]
  try {
    const removal = checkAndRemove(context, target)
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
  } catch (error) {
    if (!(error instanceof S3Error)) throw error
    return ['Error', [['Key', key], ...version, ['Code', error.code], ['Message', error.message]]]
  }
}

function checkAndRemove(context: OperationContext, target: ListedTarget): Removal {
  const { key, versionId, match } = target
  checkKey(key)
  if (key === '') throw new S3Error('MalformedXML')
  if (target.isOfDirectory) throw new S3Error('NotImplemented')
  context.rights.check(deleteAction(versionId), context.bucket, key, { versionId, match })
  checkMayCompare(context, target)
  return removeOne(context, target, checkListedVersion)
}

/** Recorded of S3: in a list, an id that nobody was given is no version; alone it is no id. */
function checkListedVersion(bucket: BucketConfig, versionId: string): void {
  if (versionId === 'null' || (hasVersions(bucket) && isVersionId(versionId))) return
  throw new S3Error('NoSuchVersion')
}
