import { readFile } from 'node:fs/promises'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { Session } from '../aws/session.ts'
import type { FileKind } from './file-headers.ts'
import type { SiteFile } from './read-build.ts'

/** A page is served once all that it asks for is there, so an interruption leaves none that is broken. */
const order: readonly FileKind[] = ['asset', 'file', 'page']

const atOnce = 8

/** @param onKind called before the files of a kind. */
export async function upload(
  session: Session,
  bucket: string,
  files: readonly SiteFile[],
  onKind: (kind: FileKind) => void,
): Promise<void> {
  let sent = 0
  for (const wanted of order) {
    onKind(wanted)
    await forEachAtOnce(
      files.filter(({ kind }) => kind === wanted),
      async (file) => {
        await put(session, bucket, file)
        sent += 1
        session.terminal.show(`  Uploading: ${sent} of ${files.length} files, ${file.key}`)
      },
    )
  }
  session.terminal.show('')
}

async function put({ aws, signal }: Session, Bucket: string, file: SiteFile): Promise<void> {
  await aws.s3.send(
    new PutObjectCommand({
      Bucket,
      Key: file.key,
      Body: await readFile(file.path),
      ContentType: file.headers.contentType,
      CacheControl: file.headers.cacheControl,
    }),
    { abortSignal: signal },
  )
}

/** Ends when none is under way any more. The first failure begins no others, and is thrown. */
async function forEachAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items]
  async function next(): Promise<void> {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await work(item)
      } catch (error) {
        left.length = 0
        throw error
      }
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, next))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}
