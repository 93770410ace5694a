import { parseList, parseObject, parseString } from './json.ts'
import type { Statement } from './policy.ts'
import { inside, refuse, type Place } from './policy-error.ts'

/**
 * By type, the form of a name. IAM takes `*` for everyone, but no pattern: `role/*` names a role
 * called `*`.
 */
const forms = new Map([
  ['AWS', /^(?:\*|\d{12}|A[A-Z0-9]{15,127}|arn:[a-z0-9-]+:(?:iam|sts)::\d{12}:[^*?$\s]+)$/],
  ['Federated', /^[^*?$\s]+$/],
  ['Service', /^[a-z0-9.-]+$/],
  ['CanonicalUser', /^[0-9a-f]{64}$/],
])

/**
 * @returns undefined where the statement has no such element.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipals(json: unknown, place: Place): Statement['principals'] {
  if (json === undefined || json === '*') return json
  const entries = Object.entries(parseObject(json, place)).map(([type, value]) => {
    const here = inside(place, type)
    const form = forms.get(type) ?? refuse(here, 'unknown type of principal')
    return [type, parseList(value, (name, at) => parsePrincipal(name, form, at), here)] as const
  })
  if (entries.length === 0) refuse(place, 'names nobody')
  return Object.fromEntries(entries)
}

/** An account without quotes is a number in YAML. */
function parsePrincipal(json: unknown, form: RegExp, place: Place): string {
  const name = typeof json === 'number' ? String(json).padStart(12, '0') : parseString(json, place)
  return form.test(name) ? name : refuse(place, `"${name}" is not a principal of this type`)
}
