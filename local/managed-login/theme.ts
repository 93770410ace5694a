import { brand } from '../core/brand.ts'
import { rules } from './pages/style.ts'

type Values = Readonly<Record<string, string>>

/** A part of the accent in another colour, as the app has it in `src/ui/css/tokens.css`. */
function mixed(accent: string, percent: number, other: string): string {
  return `color-mix(in srgb, ${accent} ${percent}%, ${other})`
}

/** The app's own colours and corners. */
const light: Values = {
  accent: brand.light.accent,
  'on-accent': brand.light.onAccent,
  ring: mixed(brand.light.accent, 46, '#fff'),
  text: '#17201e',
  'text-soft': '#4d5955',
  heading: 'var(--text)',
  page: '#fbfaf7',
  card: '#fff',
  line: '#d9dbd4',
  field: '#868f8b',
  button: 'var(--accent)',
  'on-button': 'var(--on-accent)',
  'button-hover': mixed(brand.light.accent, 62, '#000'),
  bad: '#8f1d1d',
  'bad-line': '#b42318',
  'bad-page': '#fdefed',
  good: '#0b5345',
  'good-page': '#e6f3ee',
  'button-radius': '0.5rem',
  'card-radius': '1.25rem',
  'field-radius': '0.5rem',
}

const dark: Values = {
  accent: brand.dark.accent,
  'on-accent': brand.dark.onAccent,
  ring: mixed(brand.dark.accent, 45, '#101514'),
  text: '#eaf0ee',
  'text-soft': '#b3beba',
  page: '#101514',
  card: '#181f1d',
  line: '#36413d',
  field: '#75817d',
  heading: 'var(--text)',
  button: 'var(--accent)',
  'on-button': 'var(--on-accent)',
  'button-hover': mixed(brand.dark.accent, 54, '#fff'),
  bad: '#ffb4ab',
  'bad-line': '#ff8f84',
  'bad-page': '#3a1b1a',
  good: '#a4ead9',
  'good-page': '#14322b',
}

type Mode = 'lightMode' | 'darkMode'

/** Where a style's `Settings` have a colour; `*` stands for the mode. */
const colours: Values = {
  accent: 'componentClasses.link.*.defaults.textColor',
  ring: 'componentClasses.focusState.*.borderColor',
  text: 'components.pageText.*.bodyColor',
  'text-soft': 'components.pageText.*.descriptionColor',
  heading: 'components.pageText.*.headingColor',
  page: 'components.pageBackground.*.color',
  card: 'components.form.*.backgroundColor',
  line: 'components.form.*.borderColor',
  field: 'componentClasses.input.*.defaults.borderColor',
  button: 'components.primaryButton.*.defaults.backgroundColor',
  'on-button': 'components.primaryButton.*.defaults.textColor',
  'button-hover': 'components.primaryButton.*.hover.backgroundColor',
}

const corners: Values = {
  'button-radius': 'componentClasses.buttons.borderRadius',
  'card-radius': 'components.form.borderRadius',
  'field-radius': 'componentClasses.input.borderRadius',
}

/**
 * The stylesheet of an app client: ours, with the colours and corners of its style, where it has
 * `Settings` of its own. What is not a colour or a number there is left out, so nothing of it can
 * end a declaration.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
 */
export function stylesheet(settings?: unknown): string {
  const scheme = find(settings, 'categories.global.colorSchemeMode')
  const ofLight = { ...light, ...cornersOf(settings), ...coloursOf(settings, 'lightMode') }
  const ofDark = { ...dark, ...coloursOf(settings, 'darkMode') }
  if (scheme === 'LIGHT') return `${root('light', ofLight)}${rules}`
  if (scheme === 'DARK') return `${root('dark', { ...ofLight, ...ofDark })}${rules}`
  const whenDark = `@media (prefers-color-scheme: dark) {\n${root('light dark', ofDark)}}\n`
  return `${root('light dark', ofLight)}${whenDark}${rules}`
}

function root(scheme: string, values: Values): string {
  const lines = Object.entries(values).map(([name, value]) => `  --${name}: ${value};\n`)
  return `:root {\n  color-scheme: ${scheme};\n${lines.join('')}}\n`
}

/** Eight hexadecimal digits, without `#`. */
function coloursOf(settings: unknown, mode: Mode): Values {
  const found = Object.entries(colours).flatMap(([name, path]) => {
    const value = text(find(settings, path.replace('*', mode)))
    return /^[\da-f]{8}$/i.test(value) ? [[name, `#${value}`]] : []
  })
  return Object.fromEntries(found) as Values
}

/** Pixels. */
function cornersOf(settings: unknown): Values {
  const found = Object.entries(corners).flatMap(([name, path]) => {
    const value = text(find(settings, path))
    return /^\d{1,2}(\.\d+)?$/.test(value) ? [[name, `${value}px`]] : []
  })
  return Object.fromEntries(found) as Values
}

/** YAML takes a colour of digits alone for a number. */
function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function find(settings: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    return isObject ? (value as Record<string, unknown>)[name] : undefined
  }, settings)
}
