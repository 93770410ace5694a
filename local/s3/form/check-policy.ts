import { S3Error } from '../errors.ts'
import type { UploadForm } from './form.ts'
import type { FormCondition, FormPolicy } from './policy.ts'

/** How many bytes the file may have. */
export interface SizeRange {
  min: number
  max: number
}

/** Fields that no condition has to name. */
const free = new Set(['policy', 'signature', 'awsaccesskeyid', 'x-amz-signature'])

/** Of one object that comes in one piece: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const maxSizeBytes = 5 * 1024 ** 3

/**
 * Holds a form to its policy: all conditions have to hold, and every field has to be in one.
 *
 * @returns what the policy wants of the file, which nobody has seen yet.
 * @throws AccessDenied
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function checkPolicy(
  { expiresAtMs, conditions }: FormPolicy,
  form: UploadForm,
  bucketName: string,
  nowMs: number,
): SizeRange {
  if (nowMs >= expiresAtMs) throw denied('Policy expired.')
  let size: SizeRange = { min: 0, max: maxSizeBytes }
  for (const condition of conditions) {
    const [operator] = condition
    if (operator === 'content-length-range') size = narrowed(size, condition)
    else if (!holds(condition, form, bucketName)) throw failed(condition)
  }
  const named = new Set(conditions.map(([, name]) => name.toLowerCase()))
  const extra = form.fields
    .map(([name]) => name)
    .filter((name) => !free.has(name.toLowerCase()) && !/^x-ignore-/i.test(name))
    .filter((name) => !named.has(`$${name.toLowerCase()}`))
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`)
  return size
}

function holds([operator, left, right]: FormCondition, form: UploadForm, bucketName: string) {
  if (!left.startsWith('$')) return false
  const name = left.slice(1).toLowerCase()
  const value = name === 'bucket' ? bucketName : form.get(name)
  if (value === undefined) return false
  if (operator === 'eq') return value === right
  // A content type may be a list, each of which has to begin so.
  const values = name === 'content-type' ? value.split(',').map((one) => one.trim()) : [value]
  return values.every((one) => one.startsWith(right))
}

function narrowed({ min, max }: SizeRange, condition: FormCondition): SizeRange {
  const [, from, to] = condition
  if (!/^\d{1,15}$/.test(from) || !/^\d{1,15}$/.test(to)) throw failed(condition)
  return { min: Math.max(min, Number(from)), max: Math.min(max, Number(to)) }
}

function failed(condition: FormCondition): S3Error {
  const text = condition.map((part) => `"${part}"`).join(', ')
  return denied(`Policy Condition failed: [${text}]`)
}

function denied(what: string): S3Error {
  return new S3Error('AccessDenied', { message: `Invalid according to Policy: ${what}` })
}
