import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { DeployProblem } from '../problem.ts'
import { headersOf, kindOf, type FileHeaders, type FileKind } from './file-headers.ts'

/** A file of the build, as it is to stand in the bucket. */
export interface SiteFile {
  key: string
  path: string
  kind: FileKind
  sizeBytes: number
  /** What S3 gives as ETag for it: the MD5 of its bytes, in hex. */
  etag: string
  headers: FileHeaders
}

/**
 * @param publicFolder what is copied into the build as it is.
 * @throws DeployProblem for a folder that holds no app.
 */
export function readBuild(folder: string, publicFolder: string): SiteFile[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.DS_Store')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => readFile(path, relative(folder, path).replaceAll(sep, '/'), publicFolder))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
  const missing = ['index.html', 'config.json'].find((key) => !files.some((it) => it.key === key))
  if (missing === undefined) return files
  throw new DeployProblem(
    `The build has no ${missing}, so it was not uploaded.`,
    'Look at "npm run build", then run the same command again.',
  )
}

function readFile(path: string, key: string, publicFolder: string): SiteFile {
  const bytes = readFileSync(path)
  const kind = kindOf(key, existsSync(join(publicFolder, key)))
  return {
    key,
    path,
    kind,
    sizeBytes: bytes.length,
    // Not for safety: it is what S3 compares by.
    etag: createHash('md5').update(bytes).digest('hex'),
    headers: headersOf(key, kind),
  }
}
