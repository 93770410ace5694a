import { parseXml, xmlText, type XmlTree } from '../../http/parse-xml.ts'
import { S3Error } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { openPayload } from '../payload/payload.ts'

/** A thousand keys of 1,024 bytes, or ten thousand parts with their checksums, have room. */
const maxDocumentBytes = 4 * 1024 * 1024

/**
 * An operation's XML document, its payload verified like any other.
 *
 * @param empty What a body without a byte is refused with.
 * @returns its root, which has the given name.
 * @throws MalformedXML, and what the payload throws.
 */
export async function readDocument(
  context: OperationContext,
  root: string,
  empty = new S3Error('MalformedXML'),
): Promise<XmlTree> {
  const payload = openPayload(context.runtime.crypto, context.request, context.identity)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let sizeBytes = 0
  for await (const chunk of payload.chunks) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > maxDocumentBytes) throw new S3Error('MalformedXML')
    text += decode(decoder, chunk)
  }
  if (sizeBytes === 0) throw empty
  const tree = parseXml(text + decode(decoder))?.[root]
  if (tree === '') return {}
  if (typeof tree !== 'object' || Array.isArray(tree)) throw new S3Error('MalformedXML')
  return tree
}

/** @throws MalformedXML when it is absent. */
export function requireText(tree: XmlTree, name: string): string {
  const text = xmlText(tree, name)
  if (text === undefined) throw new S3Error('MalformedXML')
  return text
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new S3Error('MalformedXML')
  }
}
