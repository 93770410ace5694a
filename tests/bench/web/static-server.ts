import { createServer, type Server } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Serves a folder compressed with gzip level 9, as a CDN would. */
export async function serveFolder(folder: string): Promise<{ url: string; server: Server }> {
  const cache = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = [pathname, `${pathname}.html`, `${pathname}index.html`]
      .map((name) => join(folder, name))
      .find((name) => extname(name) !== '' && existsSync(name))
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    const body = cache.get(file) ?? gzipSync(readFileSync(file), { level: 9 })
    cache.set(file, body)
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-length': body.length,
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, server }
}
