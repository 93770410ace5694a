import { StorageError } from 'aws-amplify/storage'

/**
 * S3's error document as the error that Amplify's own calls throw, named by its `Code`.
 *
 * The document is flat and its codes are plain words, so nothing has to be parsed as markup.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#RESTErrorResponses
 */
export function parseS3Error(status: number, xml: string): StorageError {
  const code = textOf(xml, 'Code')
  // A presigned URL that has lapsed is AccessDenied too, told by the times that S3 adds.
  const hasLapsed = code === 'AccessDenied' && textOf(xml, 'ServerTime') !== undefined
  return new StorageError({
    name: hasLapsed ? 'RequestExpired' : (code ?? nameOf(status)),
    message: textOf(xml, 'Message') ?? `S3 answered ${status}`,
  })
}

function nameOf(status: number): string {
  return status === 412 ? 'PreconditionFailed' : String(status)
}

function textOf(xml: string, element: string): string | undefined {
  const [, error = ''] = /<Error>(.*)<\/Error>/s.exec(xml) ?? []
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(error)?.[1]
  return text?.replace(/&(quot|apos|lt|gt|amp);/g, (_entity, name: string) => entities[name] ?? '')
}

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
}
