import { parseLink, type LinkFault } from './link.ts'
import { countCharacters, limits, type ProfileFields } from './profile.ts'

type FieldFault = 'tooLong' | 'controlCharacter' | 'tooMany' | 'duplicate' | LinkFault

export interface FieldProblem {
  field: 'displayName' | 'bio' | 'links'
  /** Which link, counted from 0. */
  index?: number
  fault: FieldFault
}

/** Line breaks are allowed in the bio only. Bidirectional overrides can disguise a name. */
const controls = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u

/**
 * @returns `fields` as they are stored (trimmed, composed, links normalised, empty links left out)
 *   and what stands in the way of storing them.
 */
export function checkFields(typed: ProfileFields): {
  fields: ProfileFields
  problems: readonly FieldProblem[]
} {
  const displayName = typed.displayName.normalize().trim().replace(/\s+/g, ' ')
  const bio = typed.bio.normalize().replace(/\r\n?/g, '\n').trim()
  const problems: FieldProblem[] = []

  if (controls.test(displayName)) problems.push({ field: 'displayName', fault: 'controlCharacter' })
  if (countCharacters(displayName) > limits.displayNameCharacters) {
    problems.push({ field: 'displayName', fault: 'tooLong' })
  }
  if (controls.test(bio.replace(/[\n\t]/g, ''))) {
    problems.push({ field: 'bio', fault: 'controlCharacter' })
  }
  if (countCharacters(bio) > limits.bioCharacters) problems.push({ field: 'bio', fault: 'tooLong' })

  const links = new Set<string>()
  typed.links.forEach((text, index) => {
    if (text.trim() === '') return
    const link = parseLink(text)
    if ('fault' in link) problems.push({ field: 'links', index, fault: link.fault })
    else if (links.has(link.href)) problems.push({ field: 'links', index, fault: 'duplicate' })
    else links.add(link.href)
  })
  if (links.size > limits.links) problems.push({ field: 'links', fault: 'tooMany' })

  return { fields: { displayName, bio, links: [...links] }, problems }
}
