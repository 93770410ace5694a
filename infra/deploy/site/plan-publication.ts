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
 * How long the assets of a build stay after another has taken its place: somebody may have a page of it
 * open, whose further parts are fetched when they are needed. As long as a refresh token lasts.
 */
const keptForMs = 30 * 24 * 60 * 60 * 1000

export function planPublication(ground: PublicationGround): Publication {
  const { files, listed, manifest, nowMs } = ground
  const headers = listed.size === 0 ? headersVersion : (manifest?.headers ?? '')
  const isSent = ({ key, etag }: SiteFile) => listed.get(key) === etag && headers === headersVersion
  const toSend = files.filter((file) => !isSent(file))

  const former = manifest?.builds ?? []
  const id = digestOf(files)
  const isCurrent = former[0]?.id === id
  const current = { id, publishedAtMs: nowMs, ...keysOf(files) }
  const builds = isCurrent ? former : [current, ...former.filter((build) => build.id !== id)]
  const kept = builds.filter((_, index) => !isDone(builds, index, nowMs))
  const needed = new Set([...current.others, ...kept.flatMap(({ assets }) => assets)])
  const isLeft = (key: string) => listed.has(key) && !needed.has(key)
  const oldAssets = unique(former.flatMap(({ assets }) => assets)).filter(isLeft)
  // They may be gone from the build because nobody was meant to see them: at once, then.
  const oldOthers = unique(former.flatMap(({ others }) => others)).filter(isLeft)

  const invalidation = nextInvalidation(ground, [
    ...toSend.filter(({ kind }) => kind !== 'asset').map(({ key }) => key),
    ...oldOthers,
  ])
  return {
    toSend,
    toRemove: [...oldAssets, ...oldOthers],
    invalidation,
    draft: { version: 1, headers, builds, ...(invalidation && { invalidation }) },
    final: { version: 1, headers: headersVersion, builds: kept },
    isNothingToDo:
      isCurrent && toSend.length === 0 && !invalidation && kept.length === builds.length,
  }
}

/**
 * The paths of what is put or removed, and those that an earlier run had yet to tell. The same request is
 * repeated while nothing is added to it: CloudFront then goes on with the one that it has.
 *
 * @param keys of what has no hash in its name.
 */
function nextInvalidation(
  { manifest, reference }: PublicationGround,
  keys: readonly string[],
): Invalidation | undefined {
  const pending = manifest?.invalidation
  if (keys.length === 0) return pending
  return { reference, paths: unique([...keys.flatMap(pathsOf), ...(pending?.paths ?? [])]).sort() }
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

function keysOf(files: readonly SiteFile[]): Pick<PublishedBuild, 'assets' | 'others'> {
  const ofKind = (isAsset: boolean) =>
    files.filter(({ kind }) => (kind === 'asset') === isAsset).map(({ key }) => key)
  return { assets: ofKind(true), others: ofKind(false) }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

function digestOf(files: readonly SiteFile[]): string {
  const text = files.map(({ key, etag }) => `${key} ${etag}\n`).join('')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
