import { expect, test } from 'vitest'
import { brand } from '../../../../local/core/brand.ts'
import { stylesheet } from '../../../../local/managed-login/theme.ts'

const own = {
  components: {
    pageBackground: { lightMode: { color: 'AABBCCFF' }, darkMode: { color: '001122ff' } },
    primaryButton: { lightMode: { defaults: { backgroundColor: '0972d3ff' } } },
    form: { borderRadius: 8 },
  },
}

test('without settings the pages have the app’s colours, light and dark', () => {
  const css = stylesheet()

  expect(css).toContain(`--accent: ${brand.light.accent};`)
  const [, ofDark] = css.split('@media (prefers-color-scheme: dark)')
  expect(ofDark).toContain(`--accent: ${brand.dark.accent};`)
})

test('colours and corners of a style are taken, each in its mode', () => {
  const [ofLight = '', ofDark = ''] = stylesheet(own).split('@media (prefers-color-scheme: dark)')

  expect(ofLight).toContain('--page: #AABBCCFF;')
  expect(ofLight).toContain('--button: #0972d3ff;')
  expect(ofLight).toContain('--card-radius: 8px;')
  expect(ofDark).toContain('--page: #001122ff;')
  expect(ofDark).toContain('--button: var(--accent);')
})

test.for([
  ['LIGHT', 'color-scheme: light;', '#AABBCCFF'],
  ['DARK', 'color-scheme: dark;', '#001122ff'],
] as const)('the scheme %s is the only one', ([colorSchemeMode, scheme, page]) => {
  const css = stylesheet({ ...own, categories: { global: { colorSchemeMode } } })

  expect(css).toContain(scheme)
  expect(css).toContain(`--page: ${page};`)
  expect(css).not.toContain('prefers-color-scheme')
})

test.for([
  'red',
  '#112233',
  '112233',
  '11223344; } body { display: none',
  'url(https://evil.example/)',
  7,
  null,
  {},
])('%o is no colour', (color) => {
  const css = stylesheet({ components: { pageBackground: { lightMode: { color } } } })

  expect(css).toBe(stylesheet())
})

test.for([-1, 101, '8px', '1;x', NaN, null, []])('%o is no corner', (borderRadius) => {
  expect(stylesheet({ components: { form: { borderRadius } } })).toContain(
    '--card-radius: 1.25rem;',
  )
})

test('numbers may be text, and text a number', () => {
  const css = stylesheet({
    components: { form: { borderRadius: '4.5', lightMode: { backgroundColor: 11223344 } } },
  })

  expect(css).toContain('--card-radius: 4.5px;')
  expect(css).toContain('--card: #11223344;')
})

test('what is inherited by every object is no setting', () => {
  expect(stylesheet({ components: 'constructor', categories: [] })).toBe(stylesheet())
})
