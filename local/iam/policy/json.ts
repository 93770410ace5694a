import { inside, refuse, type Place } from './policy-error.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export function parseObject(value: unknown, place: Place): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(place, `expected an object, found ${describe(value)}`)
  }
  return value as JsonObject
}

/** An object with these members only: an unknown element must not change nothing, silently. */
export function parseElements(value: unknown, known: readonly string[], place: Place): JsonObject {
  const object = parseObject(value, place)
  for (const name of Object.keys(object)) {
    if (!known.includes(name)) refuse(inside(place, name), 'unknown element')
  }
  return object
}

export function parseString(value: unknown, place: Place): string {
  return typeof value === 'string'
    ? value
    : refuse(place, `expected a string, found ${describe(value)}`)
}

/** One value or a list of them, never empty: IAM writes both. */
export function parseList<Item>(
  value: unknown,
  parseItem: (item: unknown, place: Place) => Item,
  place: Place,
): Item[] {
  if (!Array.isArray(value)) return [parseItem(value, place)]
  if (value.length === 0) refuse(place, 'the list is empty')
  return value.map((item: unknown, index) => parseItem(item, inside(place, index)))
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value
}
