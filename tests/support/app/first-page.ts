import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a browser loads for a page before anything is asked for later, gzip level 9, in bytes. */
export interface FirstPage {
  page: string
  htmlBytes: number
  scriptBytes: number
  styleBytes: number
  /** Of the marks of providers, which the page draws before anybody asks for them. */
  markBytes: number
  totalBytes: number
  files: readonly string[]
}

export function measureFirstPage(dist: string, page: string): FirstPage {
  const html = readFileSync(join(dist, page), 'utf8')
  const linked = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] ?? '',
  )
  const files = [...closure(dist, linked)]
  const sum = (names: readonly string[]) =>
    names.reduce((bytes, name) => bytes + gzipBytes(readFileSync(join(dist, name))), 0)
  const htmlBytes = gzipBytes(Buffer.from(html))
  const scriptBytes = sum(files.filter((name) => name.endsWith('.js')))
  const styleBytes = sum(files.filter((name) => name.endsWith('.css')))
  const marks = new Set([...html.matchAll(/<use href="\/([^"#]+)#/g)].map(([, name]) => name ?? ''))
  const markBytes = sum([...marks])
  const totalBytes = htmlBytes + scriptBytes + styleBytes + markBytes
  return { page, htmlBytes, scriptBytes, styleBytes, markBytes, totalBytes, files }
}

/** In every language: those of another than English are in a folder. */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)(?!app\.)[\w-]+\.html$/.test(name))
}

function gzipBytes(data: Uint8Array): number {
  return gzipSync(data, { level: 9 }).length
}

/** The files and all that they import statically; a dynamic `import()` is for later. */
function closure(dist: string, names: readonly string[]): Set<string> {
  const seen = new Set(names)
  // A Set's iteration visits what is added on the way.
  for (const name of seen) {
    if (!name.endsWith('.js')) continue
    const code = readFileSync(join(dist, name), 'utf8')
    for (const [, imported] of code.matchAll(/(?:import|from)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      seen.add(join(name, '..', imported ?? ''))
    }
  }
  return seen
}
