import { createHash } from 'node:crypto'
import { headersVersion } from './file-headers.ts'
import type { Invalidation, Manifest, PublishedBuild } from './manifest.ts'
import type { SiteFile } from './read-build.ts'

export interface Publication {
  toSend: readonly SiteFile[]
  toRemove: readonly string[]
  invalidation: Invalidation | undefined
  /** To be written before anything else, so that a later run knows what this one was about. */
  draft: Manifest
  /** To be written when all is done. */
  final: Manifest
  isNothingToDo: boolean
}

export interface PublicationGround {
  files: readonly SiteFile[]
  /** ETag by key, without quotes, of what is in the bucket but the manifest. */
  listed: ReadonlyMap<string, string>
  manifest: Manifest | undefined
  nowMs: number
  /** Of a new invalidation. */
  reference: string
}

/**
 * How long the files of a build stay after another has taken its place: somebody may have a page of it
 * open, whose further parts are fetched when they are needed. As long as a refresh token lasts.
 */
export const keptForMs = 30 * 24 * 60 * 60 * 1000

export function planPublication(ground: PublicationGround): Publication {
  const { files, listed, manifest, nowMs } = ground
  const headers = listed.size === 0 ? headersVersion : (manifest?.headers ?? '')
  const isSent = ({ key, etag }: SiteFile) => listed.get(key) === etag && headers === headersVersion
  const toSend = files.filter((file) => !isSent(file))

  const former = manifest?.builds ?? []
  const id = digestOf(files)
  const isCurrent = former[0]?.id === id
  const current = { id, publishedAtMs: nowMs, keys: files.map(({ key }) => key) }
  const builds = isCurrent ? former : [current, ...former.filter((build) => build.id !== id)]
  const kept = builds.filter((_, index) => !isDone(builds, index, nowMs))
  const neededKeys = keysOf(kept)
  const toRemove = [...keysOf(builds)].filter((key) => !neededKeys.has(key) && listed.has(key))

  const invalidation = nextInvalidation(ground, toSend)
  return {
    toSend,
    toRemove,
    invalidation,
    draft: { version: 1, headers, builds, ...(invalidation && { invalidation }) },
    final: { version: 1, headers: headersVersion, builds: kept },
    isNothingToDo:
      isCurrent && toSend.length === 0 && !invalidation && kept.length === builds.length,
  }
}

/**
 * The paths of what replaces a file of the same name, and those that an earlier run had yet to tell.
 * The same request is repeated while nothing is added to it: CloudFront then goes on with the one that
 * it has.
 */
function nextInvalidation(
  { manifest, reference }: PublicationGround,
  toSend: readonly SiteFile[],
): Invalidation | undefined {
  const pending = manifest?.invalidation
  const paths = toSend.filter(({ kind }) => kind !== 'asset').flatMap(({ key }) => pathsOf(key))
  if (paths.length === 0) return pending
  return { reference, paths: [...new Set([...paths, ...(pending?.paths ?? [])])].sort() }
}

/**
 * A page is asked for without its ending, and a function at the edge puts that there. AWS advises to
 * name both.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
function pathsOf(key: string): string[] {
  const path = `/${key.split('/').map(encodeURIComponent).join('/')}`
  if (key === 'index.html') return ['/', path]
  return key.endsWith('.html') ? [path.slice(0, -'.html'.length), path] : [path]
}

/** The newest takes the place of the one before, and so on. */
function isDone(builds: readonly PublishedBuild[], index: number, nowMs: number): boolean {
  const replacement = builds[index - 1]
  return replacement !== undefined && nowMs - replacement.publishedAtMs >= keptForMs
}

function keysOf(builds: readonly PublishedBuild[]): Set<string> {
  return new Set(builds.flatMap(({ keys }) => keys))
}

function digestOf(files: readonly SiteFile[]): string {
  const text = files.map(({ key, etag }) => `${key} ${etag}\n`).join('')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
