import { StorageError } from 'aws-amplify/storage'

/**
 * S3's error document as the error that Amplify's own calls throw, named by its `Code`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#RESTErrorResponses
 */
export function parseS3Error(status: number, xml: string): StorageError {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const code = textOf(document, 'Code')
  // A presigned URL that has lapsed is AccessDenied too, told by the times that S3 adds.
  const hasLapsed = code === 'AccessDenied' && textOf(document, 'ServerTime') !== undefined
  return new StorageError({
    name: hasLapsed ? 'RequestExpired' : (code ?? nameOf(status)),
    message: textOf(document, 'Message') ?? `S3 answered ${status}`,
  })
}

function nameOf(status: number): string {
  return status === 412 ? 'PreconditionFailed' : String(status)
}

function textOf(document: Document, element: string): string | undefined {
  return document.querySelector(`Error > ${element}`)?.textContent ?? undefined
}
