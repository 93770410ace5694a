import { splitArnPattern } from '../arn.ts'
import { parsePattern, type Pattern } from '../match/pattern.ts'
import { refuse, type Place } from './policy-error.ts'

/** Text in which wildcards and variables may stand. */
export function parseText(text: string, place: Place): Pattern {
  try {
    return parsePattern(text)
  } catch (error) {
    return refuse(place, error instanceof Error ? error.message : 'not readable')
  }
}

/**
 * An ARN of six parts, or `*`, as conditions compare with. Any part may have wildcards.
 *
 * Differs from AWS: an ARN of fewer parts is an error here; IAM fills the missing parts with `*`.
 */
export function parseArnPattern(text: string, place: Place): Pattern {
  const pattern = parseText(text, place)
  if (text === '*') return pattern
  const segments = splitArnPattern(pattern)
  if (!text.startsWith('arn:') || segments.length < 6 || segments[5]?.length === 0) {
    refuse(place, `"${text}" is neither an ARN of six parts nor *`)
  }
  return pattern
}

/**
 * The same for `Resource`: no wildcard names a service, and variables are for the resource part.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function parseResourcePattern(text: string, place: Place): Pattern {
  const pattern = parseArnPattern(text, place)
  if (text === '*') return pattern
  const [, partition = '', service = ''] = text.split(':')
  if (!/^[a-z0-9*?-]+$/.test(partition)) refuse(place, `"${text}" has no valid partition`)
  if (!/^[a-z0-9-]+$/.test(service)) refuse(place, `"${text}" has no valid service`)
  const front = splitArnPattern(pattern).slice(0, 5)
  if (front.some((parts) => parts.some((part) => part.kind === 'variable'))) {
    refuse(place, `"${text}" has a policy variable before its resource part`)
  }
  return pattern
}
