import type { ResolveCredentials } from '../../signature-v4/verify-signature.ts'
import { checkKey } from '../address.ts'
import { putObject } from '../operations/put-object.ts'
import type { Answer, OperationContext } from '../operation.ts'
import type { S3Request } from '../request.ts'
import type { Identity } from '../signature/identity.ts'
import { checkPolicy } from './check-policy.ts'
import { readForm } from './form.ts'
import { formAnswer } from './form-answer.ts'
import { formRequest } from './form-request.ts'
import { parsePolicy } from './policy.ts'
import { missingField, proveForm } from './prove-form.ts'
import { sizedFile } from './sized-file.ts'

type FormContext = Omit<OperationContext, 'identity' | 'rights' | 'key'>

interface Means {
  resolveCredentials: ResolveCredentials
  nowMs: number
  /** The time that clients have. */
  clientNowMs: number
  /** Admits the PUT that the form stands for. @throws AccessDenied, NotImplemented */
  admit: (request: S3Request, identity: Identity) => OperationContext['rights']
}

/** A form that a browser sends to a bucket: no header signs it, its policy is signed in a field. */
export function isFormUpload({ method, key, query }: S3Request): boolean {
  return method === 'POST' && key === '' && query.pairs.length === 0
}

/**
 * PostObject: stores the file of a browser's form, as far as the policy in it lets the form, and the
 * one who signed it may.
 *
 * @throws PreconditionFailed, MalformedPOSTRequest, MaxPostPreDataLengthExceededError, InvalidArgument,
 *   InvalidPolicyDocument, AccessDenied, EntityTooLarge, EntityTooSmall, and what a signature and a
 *   PUT are refused with
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export async function postObject(context: FormContext, means: Means): Promise<Answer> {
  const { request, bucket, runtime } = context
  const { resolveCredentials, nowMs, clientNowMs, admit } = means
  const form = await readForm(request.headers.get('content-type'), request.chunks)
  const key = form.get('key')
  if (!key) throw missingField('key')
  checkKey(key)
  const { crypto } = runtime
  const identity = await proveForm(
    { crypto, resolveCredentials, region: bucket.region, nowMs },
    form,
  )
  const policy = parsePolicy(form.get('policy') ?? '')
  const size = checkPolicy(policy, form, bucket.name, clientNowMs)
  const put = formRequest(request, { ...form, file: sizedFile(form.file, size) }, key)
  const rights = admit(put, identity)
  const { headers = {} } = await putObject({ ...context, request: put, identity, rights, key })
  const { 'content-length': _, ...stored } = headers
  return formAnswer(request, form, { bucketName: bucket.name, key }, stored)
}
