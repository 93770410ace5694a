import type { S3Request } from '../request.ts'
import { queryOf } from '../query.ts'
import { parseXml } from '../../http/parse-xml.ts'
import { S3Error } from '../errors.ts'
import { readTagSet } from '../tags/tag-document.ts'
import type { UploadForm } from './form.ts'

/** Fields that are headers of the object. */
const describing = /^(cache-control|content-(disposition|encoding|language|md5|type)|expires)$/

/** Of the signature. */
const signing = /^x-amz-(algorithm|credential|date|security-token|signature)$/

/** What S3 does not know of a form, and a PUT would have to meet. */
const conditional = /^if-/

/** Of the request around the form, for policies. */
const kept = ['user-agent', 'referer']

/**
 * The PUT that a form stands for. Its `x-amz-*` fields are where presigned requests have theirs, since
 * a header could not carry all that a form can.
 *
 * @throws NotImplemented for a condition; MalformedXML, InvalidTag, BadRequest for its tags
 */
export function formRequest(request: S3Request, form: UploadForm, key: string): S3Request {
  const fields = new Map<string, string>()
  const headers = new Headers()
  for (const name of kept) setHeader(headers, name, request.headers.get(name))
  for (const [name, value] of form.fields) {
    const lower = name.toLowerCase()
    if (describing.test(lower)) setHeader(headers, lower, value)
    else if (conditional.test(lower)) throw notImplemented(name)
    else if (lower === 'acl') fields.set('x-amz-acl', value)
    else if (lower === 'tagging') setTagging(fields, value)
    else if (lower.startsWith('x-amz-') && !signing.test(lower)) fields.set(lower, value)
  }
  return {
    ...request,
    key,
    query: queryOf([...fields]),
    headers,
    presignedBy: 'AWS4-HMAC-SHA256',
    headerNames: [...headers.keys(), ...fields.keys()],
    chunks: form.file,
    header: (name) => headers.get(name) ?? fields.get(name),
  }
}

function notImplemented(Header: string): S3Error {
  return new S3Error('NotImplemented', { details: { Header } })
}

/** What Latin-1 has not becomes a space, as in S3. */
function setHeader(headers: Headers, name: string, value: string | null): void {
  if (value !== null) headers.set(name, value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ' '))
}

/** A document that says nothing of tags is none; one that is no XML is refused. */
function setTagging(fields: Map<string, string>, document: string): void {
  const tree = parseXml(document)
  if (!tree) throw new S3Error('MalformedXML')
  if (typeof tree.Tagging !== 'object' || Array.isArray(tree.Tagging)) return
  const tags = new URLSearchParams()
  for (const { key, value } of readTagSet(tree.Tagging)) tags.append(key, value)
  if (tags.size > 0) fields.set('x-amz-tagging', tags.toString())
}
