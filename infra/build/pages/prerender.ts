import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  build,
  defaultClientConditions,
  defaultServerConditions,
  type Manifest,
  type Plugin,
  type ResolvedConfig,
} from 'vite'
import { renderedPages } from '../../hosting/rendered-pages.mjs'

interface DocumentWords {
  /** As BCP 47 has it. */
  language: string
  description: string
  noScript: string
}

/** What `src/prerender.tsx` exports. */
interface PrerenderModule {
  documentWords: DocumentWords
  render: (path: string) => Promise<{ html: string; head: string }>
}

/** Of the pages at the top, and of `index.html`. */
const topLanguage = 'en'

const emptyRoot = '<div id="root"></div>'

/**
 * Renders the signed-out pages to HTML after the client build, so that they paint before any
 * script runs: `/sign-in` becomes `dist/sign-in.html`. Every other path is served `dist/app.html`,
 * the page with an empty root. English is at the top, each other language in a folder of its name.
 */
export function prerender(): Plugin {
  let config: ResolvedConfig
  let isWritten = false
  return {
    name: 'prerender',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    config: () => ({ build: { manifest: true } }),
    configResolved(resolved) {
      config = resolved
    },
    writeBundle() {
      isWritten = true
    },
    closeBundle: {
      sequential: true,
      // A build that failed is closed as well, and what it failed of is what should be read.
      async handler() {
        if (isWritten) await renderPages(config)
      },
    },
  }
}

async function renderPages(config: ResolvedConfig): Promise<void> {
  const out = resolve(config.root, config.build.outDir)
  const shell = await readFile(join(out, 'index.html'), 'utf8')
  const manifestFile = join(out, '.vite/manifest.json')
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest
  const { documentWords, render } = await loadPrerenderModule(config)
  const page = translated(shell, documentWords)
  const isTop = documentWords.language === topLanguage
  const folder = isTop ? out : join(out, documentWords.language)
  if (!isTop) await rm(join(out, 'index.html'))

  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'app.html'), page)
  for (const { path, module } of renderedPages()) {
    const { html, head } = await render(path)
    const rendered = page
      .replace(/<title>.*?<\/title>/s, '')
      .replace('</head>', `${head}${linksFor(module, manifest)}</head>`)
      .replace(emptyRoot, () => `<div id="root" data-path="${path}">${html}</div>`)
    await writeFile(join(folder, fileOf(path)), rendered)
  }
  await rm(join(out, '.vite'), { recursive: true })
}

/** `index.html` with the words of the pages that it is written for. */
function translated(page: string, { language, description, noScript }: DocumentWords): string {
  return page
    .replace(/<html lang="[^"]*">/, `<html lang="${language}">`)
    .replace(/(name="description"\s+content=")[^"]*/, (_, start: string) => start + description)
    .replace(/(<p class="noscript">)[^<]*/, (_, start: string) => start + noScript)
}

async function loadPrerenderModule({
  root,
  mode,
  resolve,
}: ResolvedConfig): Promise<PrerenderModule> {
  const outDir = join(root, 'node_modules/.cache/prerender', mode)
  const language = resolve.conditions.filter((it) => !defaultClientConditions.includes(it))
  await build({
    root,
    mode,
    logLevel: 'warn',
    ssr: { resolve: { conditions: [...defaultServerConditions, ...language] } },
    build: {
      ssr: 'src/prerender.tsx',
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'prerender.mjs' } },
    },
  })
  return (await import(
    `${pathToFileURL(join(outDir, 'prerender.mjs')).href}?${process.hrtime.bigint()}`
  )) as PrerenderModule
}

/** The scripts and sheets of the route's own chunk, which the entry would ask for one hop later. */
function linksFor(module: string, manifest: Manifest): string {
  if (!(module in manifest)) throw new Error(`The build has no chunk of ${module}.`)
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry)
  const known = new Set(entry ? filesOf(entry.src ?? '', manifest) : [])
  const files = new Set(filesOf(module, manifest))
  return [...files]
    .filter((file) => !known.has(file))
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" crossorigin href="/${file}">`
        : `<link rel="modulepreload" crossorigin href="/${file}">`,
    )
    .join('')
}

/** A chunk's own files and those of all that it imports statically. */
function filesOf(name: string, manifest: Manifest): string[] {
  const chunk = manifest[name]
  if (!chunk) return []
  return [
    chunk.file,
    ...(chunk.css ?? []),
    ...(chunk.imports ?? []).flatMap((imported) => filesOf(imported, manifest)),
  ]
}

function fileOf(path: string): string {
  return path === '/' ? 'index.html' : `${path.slice(1)}.html`
}
