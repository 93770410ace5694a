import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { nameOf } from '../aws/api-problems.ts'
import type { Session } from '../aws/session.ts'

/** A build that was put on the site, or was about to be. */
export interface PublishedBuild {
  /** A digest of names and contents. */
  id: string
  publishedAtMs: number
  /** Keys of what has a hash in its name. */
  assets: readonly string[]
  /** All other keys. */
  others: readonly string[]
}

export interface Invalidation {
  /** By it CloudFront knows the request again when it is repeated. */
  reference: string
  paths: readonly string[]
}

/**
 * What this command keeps in the bucket beside the app: how far it is, and which files it has put
 * there. What it did not put there it leaves alone.
 */
export interface Manifest {
  version: 1
  /** `headersVersion` that all files were sent by. */
  headers: string
  /** Newest first. */
  builds: readonly PublishedBuild[]
  /** What CloudFront has yet to drop. */
  invalidation?: Invalidation
}

/** Names of files that anybody could ask for stand in it, and nothing else. */
export const manifestKey = '.cognito-starter/site.json'

/** @returns undefined for one that is not of this shape: nothing is lost but what to tidy up. */
function parseManifest(text: string): Manifest | undefined {
  try {
    const json = JSON.parse(text) as Partial<Manifest> | null
    const isWhole = json?.version === 1 && Array.isArray(json.builds) && json.builds.every(isBuild)
    return isWhole ? (json as Manifest) : undefined
  } catch {
    return undefined
  }
}

function isBuild(build: Partial<PublishedBuild> | null): boolean {
  return Array.isArray(build?.assets) && Array.isArray(build.others)
}

export async function readManifest(
  session: Session,
  bucket: string,
): Promise<Manifest | undefined> {
  return parseManifest((await readText(session, bucket)).text)
}

/**
 * @param previousEtag of the one that is replaced; undefined where there is none. Where it is another
 *   one by now, somebody else is at work on the same site, and S3 refuses.
 * @returns the new one's ETag.
 */
export async function writeManifest(
  session: Session,
  bucket: string,
  manifest: Manifest,
  previousEtag: string | undefined,
): Promise<string | undefined> {
  const text = JSON.stringify(manifest)
  try {
    const { ETag } = await session.aws.s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: manifestKey,
        Body: text,
        ContentType: 'application/json',
        CacheControl: 'no-store',
        ...(previousEtag === undefined ? { IfNoneMatch: '*' } : { IfMatch: previousEtag }),
      }),
      { abortSignal: session.signal },
    )
    return ETag
  } catch (error) {
    if (nameOf(error) !== 'PreconditionFailed') throw error
    // The answer to this very request may have been lost, and the request sent again.
    const stored = await readText(session, bucket)
    if (stored.text !== text) throw error
    return stored.etag
  }
}

async function readText(
  { aws, signal }: Session,
  Bucket: string,
): Promise<{ text: string; etag: string | undefined }> {
  const { Body, ETag } = await aws.s3.send(new GetObjectCommand({ Bucket, Key: manifestKey }), {
    abortSignal: signal,
  })
  return { text: (await Body?.transformToString()) ?? '', etag: ETag }
}
