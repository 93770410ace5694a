import { isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml'

type Say = (line: number, what: string) => void

/** Reads one map of the file strictly: each problem is said by its line, with no value in it. */
export class NodeReader {
  readonly #map: YAMLMap | undefined
  readonly #lines: LineCounter
  readonly #say: Say
  /** As problems name it. */
  readonly name: string
  readonly line: number
  readonly #read = new Set<string>()

  constructor(node: unknown, name: string, lines: LineCounter, say: Say, line = 1) {
    this.#lines = lines
    this.#say = say
    this.name = name
    this.#map = isMap(node) ? node : undefined
    this.line = lineOf(node, lines) ?? line
    if (node != null && !this.#map) this.problem('must be a map of names and values.')
  }

  text(key: string): string | undefined {
    const value = this.#scalar(key)
    if (value === undefined) return undefined
    if (typeof value === 'string') return value
    this.#wrong(key, 'must be text: put it in quotes.')
    return undefined
  }

  whole(key: string): number | undefined {
    const value = this.#scalar(key)
    if (value === undefined) return undefined
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
    this.#wrong(key, 'must be a whole number, from 0.')
    return undefined
  }

  truth(key: string): boolean {
    const value = this.#scalar(key)
    if (typeof value === 'boolean') return value
    if (value !== undefined) this.#wrong(key, 'must be true or false.')
    return false
  }

  texts(key: string): string[] {
    const node = this.#node(key)
    if (node === undefined) return []
    const items = isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : item)) : []
    if (isSeq(node) && items.every((item) => typeof item === 'string')) return items
    this.#wrong(key, 'must be a list of texts.')
    return []
  }

  /** Text by name; numbers and truth values as one would write them. */
  textsByName(key: string): Record<string, string> {
    const node = this.#node(key)
    if (node === undefined) return {}
    if (!isMap(node)) {
      this.#wrong(key, 'must be a map of names and values.')
      return {}
    }
    const entries = node.items.flatMap(({ key: name, value }) => {
      const text = isScalar(value) ? plainText(value.value) : undefined
      if (isScalar(name) && text !== undefined) return [[String(name.value), text] as const]
      const of = isScalar(name) ? `${key}.${String(name.value)}` : key
      this.#wrong(of, 'must be text.', lineOf(name, this.#lines))
      return []
    })
    return Object.fromEntries(entries)
  }

  /** The maps of a list. */
  maps(key: string): NodeReader[] {
    const node = this.#node(key)
    if (node === undefined) return []
    if (!isSeq(node)) {
      this.#wrong(key, 'must be a list.')
      return []
    }
    return node.items.map(
      (item, index) =>
        new NodeReader(item, `${key}[${index + 1}]`, this.#lines, this.#say, this.line),
    )
  }

  /** After all others: whatever is left is a name that means nothing here. */
  checkNames(): void {
    for (const { key } of this.#map?.items ?? []) {
      const name = isScalar(key) ? String(key.value) : '?'
      if (this.#read.has(name)) continue
      this.#wrong(name, 'means nothing here.', lineOf(key, this.#lines))
    }
  }

  problem(what: string): void {
    this.#say(this.line, `${this.name} ${what}`)
  }

  #node(key: string): Node | undefined {
    this.#read.add(key)
    const node: unknown = this.#map?.get(key, true)
    return node == null || (isScalar(node) && node.value === null) ? undefined : (node as Node)
  }

  #scalar(key: string): unknown {
    const node = this.#node(key)
    if (node === undefined) return undefined
    return isScalar(node) ? node.value : node
  }

  #wrong(key: string, what: string, line = lineOf(this.#map?.get(key, true), this.#lines)): void {
    this.#say(line ?? this.line, `${this.name} ${key} ${what}`)
  }
}

function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

function lineOf(node: unknown, lines: LineCounter): number | undefined {
  const range = (node as Partial<Node> | null | undefined)?.range
  return range ? lines.linePos(range[0]).line : undefined
}
