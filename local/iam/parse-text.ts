import { splitArnPattern } from './arn.ts'
import { parsePattern, type Pattern } from './pattern.ts'
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
 * An ARN of six parts, or `*`. Variables are for the resource part, and no wildcard names a
 * service.
 *
 * Differs from AWS: an ARN of fewer parts is an error here; IAM fills the missing parts with `*`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function parseArnPattern(text: string, place: Place): Pattern {
  const pattern = parseText(text, place)
  if (text === '*') return pattern
  const segments = splitArnPattern(pattern)
  const [scheme = '', partition = '', service = ''] = text.split(':')
  if (scheme !== 'arn' || segments.length < 6 || segments[5]?.length === 0) {
    refuse(place, `"${text}" is neither an ARN of six parts nor *`)
  }
  if (!/^[a-z0-9*?-]+$/.test(partition)) refuse(place, `"${text}" has no valid partition`)
  if (!/^[a-z0-9-]+$/.test(service)) refuse(place, `"${text}" has no valid service`)
  if (segments.slice(0, 5).some((parts) => parts.some((part) => part.kind === 'variable'))) {
    refuse(place, `"${text}" has a policy variable before its resource part`)
  }
  return pattern
}
