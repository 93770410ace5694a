import { extname } from 'node:path'

/** By when it is sent: a page comes last, when all that it asks for is there. */
export type FileKind = 'asset' | 'file' | 'page'

export interface FileHeaders {
  contentType: string
  cacheControl: string
}

/** Changed, it has every file sent anew, for S3 keeps the headers with the object. */
export const headersVersion = '1'

/**
 * Vite ends each name below `assets/` with characters of the content's hash: seven, and six in releases
 * that may still be in the bucket.
 */
const hashed = /^assets\/.+-[\w-]{6,7}\.[a-z0-9]+$/

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** @param isCopied it is of `public/`, whose names say nothing of the content. */
export function kindOf(key: string, isCopied: boolean): FileKind {
  if (key.endsWith('.html')) return 'page'
  return hashed.test(key) && !isCopied ? 'asset' : 'file'
}

/**
 * How long a copy is good for. `no-cache` is kept and asked about at each visit, which a 304 answers;
 * `no-store` would fetch it whole each time, and keep a page out of the back/forward cache.
 */
export function headersOf(key: string, kind: FileKind): FileHeaders {
  return {
    contentType: types[extname(key).toLowerCase()] ?? 'application/octet-stream',
    cacheControl:
      kind === 'asset'
        ? 'public, max-age=31536000, immutable'
        : kind === 'page' || key === 'config.json'
          ? 'no-cache'
          : 'public, max-age=300',
  }
}
