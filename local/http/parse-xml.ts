import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** Parsed XML: an element without children is its text. */
export type XmlNode = string | XmlTree
export interface XmlTree {
  [name: string]: XmlNode | XmlNode[] | undefined
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  maxNestedTags: 20,
})

/**
 * Parses a request document. References are decoded here, so that no document can define its own;
 * `<!` (a document type, CDATA) is refused but for comments.
 *
 * @returns undefined when it is not well-formed.
 */
export function parseXml(text: string): XmlTree | undefined {
  if (/<!(?!--)/.test(text)) return undefined
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- until fast-xml-parser drops it for a package of its own
    if (XMLValidator.validate(text) !== true) return undefined
    return decoded(parser.parse(text) as XmlNode) as XmlTree
  } catch {
    return undefined
  }
}

/** An element's occurrences, none or many alike. */
export function xmlList(tree: XmlTree, name: string): XmlNode[] {
  const value = Object.hasOwn(tree, name) ? tree[name] : undefined
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** The text of a child element; undefined when it is absent, repeated or has children. */
export function xmlText(node: XmlNode | undefined, name: string): string | undefined {
  if (typeof node !== 'object' || !Object.hasOwn(node, name)) return undefined
  const value = node[name]
  return typeof value === 'string' ? value : undefined
}

function decoded(node: XmlNode | XmlNode[]): XmlNode | XmlNode[] {
  if (typeof node === 'string') return decodeReferences(node)
  if (Array.isArray(node)) return node.map((child) => decoded(child) as XmlNode)
  const entries = Object.entries(node).map(([name, child]) => [name, child && decoded(child)])
  return Object.fromEntries(entries) as XmlTree
}

/** @throws RangeError for an unknown reference, or one to no character. */
function decodeReferences(text: string): string {
  return text.replace(/&([^;]*);?/g, (_, name: string) => {
    const known = named.get(name)
    if (known !== undefined) return known
    const number = /^#(?:(\d{1,7})|x([\da-f]{1,6}))$/i.exec(name)
    if (!number) throw new RangeError('Unknown reference')
    const code = number[1] === undefined ? Number.parseInt(number[2] ?? '', 16) : Number(number[1])
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) throw new RangeError('No character')
    return String.fromCodePoint(code)
  })
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
