import postcss, { type Root } from 'postcss'
import type { Plugin } from 'vite'

const tokenUse = /--amplify-[\w-]+/g

/**
 * Drops the design tokens that nothing reaches. Amplify UI's base sheet declares some 1,600 custom
 * properties; the pages use a fraction, and the rest would be most of the first page's CSS.
 *
 * Reached is what a declaration or a script names, and what a reached token's own value names.
 */
export function pruneTokens(): Plugin {
  return {
    name: 'prune-tokens',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const sheets = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : [],
      )
      const scripts = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? [file.code] : [],
      )
      const roots = sheets.map((sheet) => postcss.parse(textOf(sheet.source)))
      const reached = reachedTokens(roots, scripts)
      sheets.forEach((sheet, index) => {
        const root = roots[index]
        if (root) sheet.source = withoutOthers(root, reached)
      })
    },
  }
}

export function reachedTokens(roots: readonly Root[], scripts: readonly string[]): Set<string> {
  const values = new Map<string, string[]>()
  const reached = new Set<string>()
  for (const script of scripts) namesIn(script).forEach((name) => reached.add(name))
  for (const root of roots) {
    root.walkDecls((declaration) => {
      if (declaration.prop.startsWith('--amplify-')) {
        values.set(declaration.prop, [...(values.get(declaration.prop) ?? []), declaration.value])
      } else {
        namesIn(declaration.value).forEach((name) => reached.add(name))
      }
    })
  }
  // A Set's iteration visits what is added on the way, so this is the closure.
  for (const name of reached) {
    for (const value of values.get(name) ?? []) namesIn(value).forEach((next) => reached.add(next))
  }
  return reached
}

function withoutOthers(root: Root, reached: ReadonlySet<string>): string {
  root.walkDecls(/^--amplify-/, (declaration) => {
    if (!reached.has(declaration.prop)) declaration.remove()
  })
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove()
  })
  return root.toString()
}

function namesIn(text: string): string[] {
  return text.match(tokenUse) ?? []
}

function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source)
}
