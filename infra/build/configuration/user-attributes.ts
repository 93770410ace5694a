import type { UserAttributeDocument } from './aws-config-document.ts'

const types = new Set(['String', 'Number', 'DateTime', 'Boolean'])
const limits = ['minLength', 'maxLength', 'minValue', 'maxValue']
const flags = ['required', 'writable', 'sendsCode']

/** @param text JSON, as the output `UserAttributes` of the template has it. */
export function areUserAttributes(text: string): boolean {
  try {
    const given: unknown = JSON.parse(text)
    return Array.isArray(given) && given.length > 0 && given.every(isUserAttribute)
  } catch {
    return false
  }
}

/** @param text that {@link areUserAttributes} holds for. */
export function parseUserAttributes(text: string): UserAttributeDocument[] {
  return JSON.parse(text) as UserAttributeDocument[]
}

function isUserAttribute(value: unknown): boolean {
  if (!(value instanceof Object)) return false
  return Object.entries(value).every(isMember) && 'name' in value
}

function isMember([key, value]: [string, unknown]): boolean {
  if (key === 'name') return typeof value === 'string' && value !== ''
  if (key === 'type') return types.has(String(value))
  if (limits.includes(key)) return typeof value === 'number'
  return flags.includes(key) && typeof value === 'boolean'
}
