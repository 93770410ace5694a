import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where `brand.json` and the logo, `public/favicon.svg`, are repeated: the app, the pages of the domain
 * and of the local providers, and what the browser shows around them have no module in common.
 *
 * @returns each file's path in the repository, and its text as the brand has it.
 */
export function brandFiles(root) {
  const read = (path) => readFileSync(join(root, path), 'utf8')
  const brand = parseBrand(read('brand.json'))
  const logo = read('public/favicon.svg').trim()
  return {
    'src/ui/brand.ts': `${written}export const brandName = ${quoted(brand.name)}\n`,
    'src/ui/css/brand.css': css(brand),
    'local/core/brand.ts': localModule(brand, logo),
    'index.html': read('index.html').replace(
      /<title>[^<]*<\/title>/,
      () => `<title>${escaped(brand.name)}</title>`,
    ),
    'public/site.webmanifest': manifest(read('public/site.webmanifest'), brand),
  }
}

const written = '/** Written by `npm run brand`, of `brand.json`. */\n'

/** @throws naming what is wrong, before anything is written. */
function parseBrand(text) {
  const brand = JSON.parse(text)
  for (const key of ['name', 'shortName']) {
    if (typeof brand[key] !== 'string' || brand[key].trim() === '') {
      throw new Error(`brand.json: "${key}" has to be a text.`)
    }
  }
  for (const mode of ['light', 'dark']) {
    for (const key of ['accent', 'onAccent']) {
      if (!/^#[\da-f]{6}$/i.test(brand[mode]?.[key] ?? '')) {
        throw new Error(`brand.json: "${mode}.${key}" has to be a colour such as #0b6354.`)
      }
    }
    const ratio = contrast(brand[mode].accent, brand[mode].onAccent)
    if (ratio < 4.5) {
      throw new Error(
        `brand.json: text in "${mode}.onAccent" on "${mode}.accent" has a contrast of ${ratio.toFixed(1)}; WCAG asks for 4.5.`,
      )
    }
  }
  return brand
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function css({ light, dark }) {
  const rules = ({ accent, onAccent }) =>
    `    --brand-accent: ${accent};\n    --brand-on-accent: ${onAccent};\n`
  return `/* Written by \`npm run brand\`, of \`brand.json\`. */
:root {
${rules(light).replaceAll('    ', '  ')}}

@media (prefers-color-scheme: dark) {
  :root {
${rules(dark)}  }
}
`
}

function localModule({ name, light, dark }, logo) {
  return `${written}export const brand = {
  name: ${quoted(name)},
  light: { accent: '${light.accent}', onAccent: '${light.onAccent}' },
  dark: { accent: '${dark.accent}', onAccent: '${dark.onAccent}' },
}

/** \`public/favicon.svg\`. */
export const logo = \`${logo.replaceAll(/[\\`$]/g, String.raw`\$&`)}
\`
`
}

function manifest(text, { name, shortName, light }) {
  const value = (key, next) => (all) =>
    all.replace(new RegExp(`("${key}": )"[^"]*"`), (_, start) => start + JSON.stringify(next))
  return [
    value('name', name),
    value('short_name', shortName),
    value('theme_color', light.accent),
  ].reduce((all, change) => change(all), text)
}

function quoted(text) {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
