import { pageRules } from '../authorization-server/page-style.ts'
import { html, type Html } from '../http/html.ts'
import type { Slug } from './registration.ts'
import { providerStyles, marks } from './provider-styles.ts'
import { providerRules } from './pages/style.ts'

type Values = Readonly<Record<string, string>>

/** What no provider has to have its own of. */
const light: Values = {
  text: '#1b1f24',
  'text-soft': '#4f5761',
  heading: 'var(--text)',
  card: '#fff',
  field: '#828b95',
  button: 'var(--accent)',
  'on-button': 'var(--on-accent)',
  bad: '#8f1d1d',
  'bad-line': '#b42318',
  'bad-page': '#fdefed',
  'card-radius': '1rem',
  'field-radius': '0.5rem',
  'button-radius': '0.5rem',
}

const dark: Values = {
  text: '#eceff2',
  'text-soft': '#b4bcc5',
  field: '#79828c',
  bad: '#ffb4ab',
  'bad-line': '#ff8f84',
  'bad-page': '#3a1b1a',
}

export function stylesheet(slug: Slug): string {
  const style = providerStyles[slug]
  return [
    root({ ...light, ...style.light }),
    `@media (prefers-color-scheme: dark) {\n${root({ ...dark, ...style.dark })}}\n`,
    pageRules,
    providerRules,
    style.rules,
  ].join('')
}

function root(values: Values): string {
  const lines = Object.entries(values).map(([name, value]) => `  --${name}: ${value};\n`)
  return `:root {\n  color-scheme: light dark;\n${lines.join('')}}\n`
}

/** A sign of the provider's kind, drawn for here: it is nobody's trademark. */
export function markOf(slug: Slug): Html {
  return html`<svg viewBox="0 0 32 32" aria-hidden="true">${marks[slug]}</svg>`
}

export function icon(slug: Slug): Html {
  const { accent = '', 'on-accent': onAccent = '' } = providerStyles[slug].light
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 32 32"
    color="${accent}"
    fill="${onAccent}"
  >
    ${marks[slug]}
  </svg>`
}
