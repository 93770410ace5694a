import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { someStack } from '../../support/app/some-stack.ts'

const repository = join(import.meta.dirname, '../../..')
const cache = join(repository, 'node_modules/.cache/bench')

/** Builds a page of one script with plain Vite defaults. @returns the folder to serve. */
export async function buildPage(
  name: string,
  entry: string,
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const root = join(cache, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  writeFileSync(
    join(root, 'index.html'),
    [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>',
      '<link rel="icon" href="data:,"></head><body><div id="root"></div>',
      `<script type="module" src="/@fs${entry}"></script></body></html>`,
    ].join('\n'),
  )
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react(), entryAtRoot(entry), ...plugins],
    build: { outDir: 'dist', emptyOutDir: true },
  })
  return join(root, 'dist')
}

/** The page lies in the cache, its script in the repository. */
function entryAtRoot(entry: string): Plugin {
  return {
    name: 'entry-at-root',
    enforce: 'pre',
    resolveId: (id) => (id === `/@fs${entry}` ? entry : null),
  }
}

/** Rendered bytes of each script by npm package; our own modules are under `src`. */
export type PackageBytes = Map<string, Map<string, number>>

/**
 * `npm run build` itself, for a deployed stack, with what each package contributes to each script.
 * Nothing is asked of AWS before somebody signs in.
 */
export async function buildApp(): Promise<{ folder: string; packages: PackageBytes }> {
  const folder = join(cache, 'app')
  const packages: PackageBytes = new Map()
  Object.assign(process.env, someStack)
  await build({
    root: repository,
    mode: 'production',
    logLevel: 'error',
    plugins: [weighPackages(packages)],
    build: { outDir: folder, emptyOutDir: true },
  })
  return { folder, packages }
}

function weighPackages(packages: PackageBytes): Plugin {
  return {
    name: 'weigh-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const weights = new Map<string, number>()
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? 'src'
          weights.set(name, (weights.get(name) ?? 0) + renderedLength)
        }
        packages.set(chunk.fileName, weights)
      }
    },
  }
}
