import { describe, findEntry, type MapEntry, type MapNode, toJson, type Value } from './nodes.ts'
import type { Problems } from './problems.ts'
import { Fault, type Position } from './template-error.ts'

/** Where a reader says what it found besides values. */
export interface Report {
  problems: Problems
  notEmulated: string[]
  /** Ids and ARNs of resources that could not be read: that they are missing is no news. */
  unread: Set<string>
}

/**
 * Reads a map's properties by name and type, and remembers which it was asked for: `finish` makes a
 * problem of the rest, so that no property is passed over in silence. A property of the wrong type
 * is a problem and reads as if it were absent; `required*` throw a Fault instead.
 */
export class PropertyReader {
  readonly at: Position
  /** E.g. `UserPool.Policies.PasswordPolicy`. */
  readonly path: string
  readonly #map: MapNode<Value>
  readonly #report: Report
  readonly #known = new Set<string>()
  readonly #children: PropertyReader[] = []

  constructor(map: MapNode<Value>, path: string, report: Report) {
    this.at = map.at
    this.path = path
    this.#map = map
    this.#report = report
  }

  string(name: string): string | undefined {
    return this.#read(name, 'text', (value) => (value.kind === 'scalar' ? value.text : undefined))
  }

  requiredString(name: string): string {
    const text = this.#required(name, this.string(name))
    if (text === '') this.problem(name, 'must not be empty.')
    return text
  }

  /** The one of `things` whose `key`, an id or an ARN, a property names. */
  requiredReference<K extends string, T extends Readonly<Record<K, string>>>(
    name: string,
    things: readonly T[],
    key: K,
    kind: string,
  ): T {
    const id = this.requiredString(name)
    const thing = things.find((candidate) => candidate[key] === id)
    if (thing) return thing
    const message = `${this.path}.${name}: this template has no ${kind} ${id}.`
    throw new Fault(this.positionOf(name), this.#report.unread.has(id) ? '' : message)
  }

  /** The same of a property that may be absent; undefined when it names none, which is a problem. */
  reference<K extends string, T extends Readonly<Record<K, string>>>(
    name: string,
    things: readonly T[],
    key: K,
    kind: string,
  ): T | undefined {
    if (!this.has(name)) return undefined
    return this.#report.problems.attempt(() => this.requiredReference(name, things, key, kind))
  }

  /** The same of a list: what names none is left out, and is a problem in the words of `fault`. */
  references<K extends string, T extends Readonly<Record<K, string>>>(
    name: string,
    things: readonly T[],
    key: K,
    fault: (id: string) => string,
  ): T[] {
    return (this.strings(name) ?? []).flatMap((id, index) => {
      const thing = things.find((candidate) => candidate[key] === id)
      if (!thing && !this.#report.unread.has(id)) this.problem(name, fault(id), index)
      return thing ?? []
    })
  }

  boolean(name: string): boolean | undefined {
    return this.#read(name, 'true or false', (value) => {
      const text = value.kind === 'scalar' ? String(value.value) : ''
      return text === 'true' ? true : text === 'false' ? false : undefined
    })
  }

  integer(name: string, range: { min?: number; max?: number } = {}): number | undefined {
    const { min = -Infinity, max = Infinity } = range
    const bounds =
      max === Infinity ? (min === -Infinity ? '' : ` of at least ${min}`) : ` from ${min} to ${max}`
    return this.#read(name, `a whole number${bounds}`, (value) => {
      const text = value.kind === 'scalar' ? String(value.value) : ''
      const number = /^-?\d+$/.test(text) ? Number(text) : NaN
      return number >= min && number <= max ? number : undefined
    })
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[]): T | undefined {
    return this.#read(name, `one of ${allowed.join(', ')}`, (value) => {
      if (value.kind !== 'scalar') return undefined
      if (typeof value.value === 'boolean') {
        this.problem(name, 'YAML takes ON, OFF, yes and no for truth values: put it in quotes.')
      }
      return allowed.find((item) => value.text === item)
    })
  }

  requiredOneOf<const T extends string>(name: string, allowed: readonly T[]): T {
    return this.#required(name, this.oneOf(name, allowed))
  }

  strings(name: string): string[] | undefined {
    return this.#read(name, 'a list of text', (value) => {
      const items = value.kind === 'list' ? value.items : [value]
      const texts = items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
      return value.kind === 'list' && texts.length === items.length ? texts : undefined
    })
  }

  listOf<const T extends string>(name: string, allowed: readonly T[]): T[] | undefined {
    const texts = this.strings(name)
    const strange = texts?.find((text) => !allowed.includes(text as T))
    if (strange !== undefined) {
      this.problem(name, `${JSON.stringify(strange)} is not one of ${allowed.join(', ')}.`)
    }
    return texts?.filter((text): text is T => allowed.includes(text as T))
  }

  map(name: string): PropertyReader | undefined {
    return this.#read(name, 'a map', (value) => this.#child(name, value))
  }

  maps(name: string): PropertyReader[] | undefined {
    return this.#read(name, 'a list of maps', (value) => {
      if (value.kind !== 'list' || value.items.some(({ kind }) => kind !== 'map')) return undefined
      return value.items.flatMap((item, index) => this.#child(`${name}[${index}]`, item) ?? [])
    })
  }

  /** A map whose keys are data, each a map of its own. */
  mapsByKey(name: string): (readonly [key: string, reader: PropertyReader])[] | undefined {
    const map = this.map(name)
    return map?.keys().flatMap((key) => {
      const reader = map.map(key)
      return reader ? [[key, reader] as const] : []
    })
  }

  /** A map whose keys are data, each with text. */
  stringsByKey(name: string): Record<string, string> | undefined {
    const map = this.map(name)
    return map && Object.fromEntries(map.keys().map((key) => [key, map.string(key) ?? '']))
  }

  /** Whatever stands there, for readers of their own. */
  value(name: string): Value | undefined {
    return this.#read(name, 'a value', (value) => value)
  }

  has(name: string): boolean {
    return findEntry(this.#map, name) !== undefined
  }

  keys(): string[] {
    return this.#map.entries.map((entry) => entry.key)
  }

  /** @param item of a list. */
  positionOf(name: string, item?: number): Position {
    const value = findEntry(this.#map, name)?.value
    const part = value?.kind === 'list' && item !== undefined ? value.items[item] : value
    return part?.at ?? this.at
  }

  problem(name: string, message: string, item?: number): void {
    this.#report.problems.add(this.positionOf(name, item), `${this.path}.${name}: ${message}`)
  }

  /** Properties that change nothing here, e.g. tags: known, and not worth a line. */
  pass(...names: string[]): void {
    for (const name of names) this.#known.add(name)
  }

  /** Properties that `resource-types.ts` takes the resource's name from. */
  checkNames(...names: string[]): void {
    for (const name of names) {
      if (this.string(name) === '') this.problem(name, 'must not be empty.')
    }
  }

  /** Says that a property is known and not honoured; nothing when the template has none. */
  notEmulated(name: string, sentence: string): void {
    this.#known.add(name)
    if (this.has(name)) this.#report.notEmulated.push(`${this.path}.${name}: ${sentence}`)
  }

  /** Says that the whole of what is read here is not honoured. */
  notEmulatedAtAll(sentence: string): void {
    this.#report.notEmulated.push(`${this.path}: ${sentence}`)
  }

  /** Refuses a property whose neglect would allow more than AWS does, unless it is `false`. */
  refuse(name: string, reason: string): void {
    this.#known.add(name)
    const value = findEntry(this.#map, name)?.value
    if (value && toJson(value) !== false) this.problem(name, reason)
  }

  /** Makes a problem of every property, here and below, that nothing asked for. */
  finish(): void {
    for (const { key, keyAt } of this.#map.entries) {
      if (this.#known.has(key)) continue
      this.#report.problems.add(
        keyAt,
        `${this.path}: the local AWS does not read ${key}. Is it spelled as AWS has it?`,
      )
    }
    for (const child of this.#children) child.finish()
  }

  #child(name: string, value: Value): PropertyReader | undefined {
    if (value.kind !== 'map') return undefined
    const child = new PropertyReader(value, `${this.path}.${name}`, this.#report)
    this.#children.push(child)
    return child
  }

  #required<T>(name: string, value: T | undefined): T {
    if (value !== undefined) return value
    // What is there and cannot be used is a problem already.
    throw new Fault(this.positionOf(name), this.has(name) ? '' : `${this.path} needs ${name}.`)
  }

  #read<T>(name: string, wanted: string, read: (value: Value) => T | undefined): T | undefined {
    this.#known.add(name)
    const entry: MapEntry<Value> | undefined = findEntry(this.#map, name)
    if (!entry) return undefined
    const result = read(entry.value)
    if (result === undefined) this.problem(name, `must be ${wanted}, not ${describe(entry.value)}.`)
    return result
  }
}
