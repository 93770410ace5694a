/** Markup that is safe to send: made by `html` alone, which escapes what it is given. */
export interface Html {
  readonly markup: string
}

/** What goes into a template: nothing for `false`, `undefined` and `null`. */
export type HtmlValue = string | number | Html | readonly HtmlValue[] | false | undefined | null

const made = new WeakSet<object>()

/**
 * A tagged template whose values are escaped, for text and for attributes in double quotes. There is
 * no way around it: markup from elsewhere is text.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const markup = parts.reduce((text, part, index) => text + render(values[index - 1]) + part)
  const result: Html = { markup }
  made.add(result)
  return result
}

function render(value: HtmlValue): string {
  if (value === false || value === undefined || value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value))
  if (isList(value)) return value.map(render).join('')
  return made.has(value) ? value.markup : escape(value.markup)
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
