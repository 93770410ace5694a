/** An XML element: its name, and its text, its children, or nothing. */
export type XmlElement = readonly [name: string, content: string | number | boolean | XmlContent]
export type XmlContent = readonly (XmlElement | undefined)[]

export const xmlHeaders = { 'content-type': 'application/xml' }

/** A whole document; `undefined` children are left out. */
export function xmlDocument(root: XmlElement, xmlns?: string): string {
  const text = elementText(root)
  const named = xmlns ? text.replace(/^<(\w+)/, `<$1 xmlns="${xmlns}"`) : text
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named}`
}

function elementText([name, content]: XmlElement): string {
  if (typeof content !== 'object') return `<${name}>${escapeXml(String(content))}</${name}>`
  const children = content.map((child) => (child ? elementText(child) : '')).join('')
  return children === '' ? `<${name}/>` : `<${name}>${children}</${name}>`
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/**
 * Control characters become references although XML 1.0 has no characters for them: S3 does the
 * same, and offers `encoding-type=url` to those whose parser minds.
 */
function escapeXml(text: string): string {
  return text.replace(
    special,
    (character) => named[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  )
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
