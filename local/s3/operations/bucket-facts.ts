import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { s3Namespace } from '../xml/xml.ts'
import { bucketArn } from '../bucket-arn.ts'

/** HeadBucket: whether it is there and may be listed. */
export function headBucket({ bucket }: OperationContext): Answer {
  return {
    status: 200,
    headers: {
      ...xmlHeaders,
      'x-amz-bucket-arn': bucketArn(bucket),
      'x-amz-bucket-region': bucket.region,
      'x-amz-access-point-alias': 'false',
    },
  }
}

/** GetBucketLocation: `us-east-1` has no constraint, for history's sake. */
export function getBucketLocation({ bucket }: OperationContext): Answer {
  const location = bucket.region === 'us-east-1' ? [] : bucket.region
  return document(xmlDocument(['LocationConstraint', location], s3Namespace))
}

/** GetBucketVersioning: where there never were versions there is no status at all. */
export function getBucketVersioning({ bucket }: OperationContext): Answer {
  const status = bucket.versioning ? 'Enabled' : bucket.versioningSuspended && 'Suspended'
  const element: XmlElement | undefined = status ? ['Status', status] : undefined
  return document(xmlDocument(['VersioningConfiguration', [element]], s3Namespace))
}

function document(body: string): Answer {
  return { status: 200, headers: xmlHeaders, body }
}
