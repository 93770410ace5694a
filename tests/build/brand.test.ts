import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brandFiles } from '../../infra/brand/brand-files.mjs'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')
const given = ['brand.json', 'index.html', 'public/favicon.svg', 'public/site.webmanifest']

const lovelace = {
  name: "Lovelace & Daughter's",
  shortName: 'Lovelace',
  light: { accent: '#7a1f5c', onAccent: '#ffffff' },
  dark: { accent: '#f0a8d8', onAccent: '#2a0a20' },
}

function branded(brand: object): ReturnType<typeof brandFiles> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'public'))
  for (const path of given) cpSync(join(root, path), join(folder, path))
  writeFileSync(join(folder, 'brand.json'), JSON.stringify(brand))
  return brandFiles(folder)
}

test('brand.json and the logo are repeated as they are: after a change, run "npm run brand"', () => {
  for (const [path, text] of Object.entries(brandFiles(root))) {
    expect(readFileSync(join(root, path), 'utf8'), path).toBe(text)
  }
})

test('another brand is in the app, on the domain’s pages and around them, and the old one nowhere', () => {
  const files = branded(lovelace)

  expect(files['src/ui/brand.ts']).toContain(String.raw`'Lovelace & Daughter\'s'`)
  expect(files['local/core/brand.ts']).toContain("accent: '#f0a8d8'")
  expect(files['src/ui/css/brand.css']).toContain('--brand-accent: #7a1f5c;')
  expect(files['index.html']).toContain("<title>Lovelace &amp; Daughter's</title>")
  expect(JSON.parse(files['public/site.webmanifest'] ?? '')).toMatchObject({
    name: lovelace.name,
    short_name: 'Lovelace',
    theme_color: '#7a1f5c',
  })
  const { name } = JSON.parse(readFileSync(join(root, 'brand.json'), 'utf8')) as { name: string }
  for (const [path, text] of Object.entries(files)) expect(text, path).not.toContain(name)
})

test.each([
  [{ ...lovelace, name: ' ' }, '"name" has to be a text'],
  [{ ...lovelace, dark: { accent: 'pink', onAccent: '#000000' } }, '"dark.accent" has to be'],
  [{ ...lovelace, light: { accent: '#ffd0f0', onAccent: '#ffffff' } }, 'has a contrast of 1.'],
])('what cannot be a brand is named before anything is written', (brand, message) => {
  expect(() => branded(brand)).toThrow(message)
})
