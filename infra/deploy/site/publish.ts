import type { Stage } from '../go-on.ts'
import { newOperationName } from '../aws/operation-name.ts'
import type { Session } from '../aws/session.ts'
import { invalidate } from './invalidate.ts'
import { listObjects } from './list-objects.ts'
import { manifestKey, readManifest, writeManifest } from './manifest.ts'
import { planPublication, type Publication } from './plan-publication.ts'
import type { SiteFile } from './read-build.ts'
import { removeObjects } from './remove-objects.ts'
import type { Site } from './site-of.ts'
import { step } from './site-problems.ts'
import { upload } from './upload.ts'

const again = 'Run the same command again to finish.'

/**
 * Puts a build where CloudFront serves it from. Done again after an interruption, it finds what is
 * there and does the rest.
 *
 * @throws DeployProblem
 */
export async function publish(
  session: Session,
  site: Site,
  files: readonly SiteFile[],
  stage: Stage,
): Promise<void> {
  const { terminal } = session
  const bucketArn = `arn:aws:s3:::${site.bucket}`
  const listed = await step(site, `s3:ListBucket on ${bucketArn}`, () =>
    listObjects(session, site.bucket),
  )
  const previousEtag = listed.get(manifestKey)
  const manifest =
    previousEtag === undefined
      ? undefined
      : await step(site, `s3:GetObject on ${bucketArn}/*`, () => readManifest(session, site.bucket))
  listed.delete(manifestKey)
  const plan = planPublication({
    files,
    listed,
    manifest,
    nowMs: session.clock.now(),
    reference: newOperationName(session),
  })
  if (plan.isNothingToDo) {
    terminal.say('  The site is as built: nothing to upload.')
    return
  }

  const put = <Result>(work: () => Promise<Result>) =>
    step(site, `s3:PutObject on ${bucketArn}/*`, work)
  const draftEtag = await put(() =>
    writeManifest(session, site.bucket, plan.draft, quoted(previousEtag)),
  )
  await put(() =>
    upload(session, site.bucket, plan.toSend, (kind) => {
      stage.goOn =
        kind === 'page'
          ? `Some pages are of the new build, the others of the one before; each is whole. ${again}`
          : `The site still serves what it did before. ${again}`
    }),
  )
  terminal.say(sentence(plan, files.length))
  stage.goOn = `The build is uploaded, but CloudFront may still serve some copies of the one before. ${again}`
  await finish(session, site, plan, draftEtag)
}

async function finish(
  session: Session,
  site: Site,
  { invalidation, toRemove, final }: Publication,
  draftEtag: string | undefined,
): Promise<void> {
  const { terminal } = session
  const bucketArn = `arn:aws:s3:::${site.bucket}`
  if (toRemove.length > 0) {
    await step(site, `s3:DeleteObject on ${bucketArn}/*`, () =>
      removeObjects(session, site.bucket, toRemove),
    )
    terminal.say(`  Removed ${toRemove.length} files that no build needs any more.`)
  }
  if (invalidation) {
    const rights = `cloudfront:CreateInvalidation and cloudfront:GetInvalidation on the distribution ${site.distributionId}`
    await step(site, rights, () => invalidate(session, site, invalidation))
    terminal.say(`  CloudFront has dropped its copies of ${invalidation.paths.length} paths.`)
  }
  await step(site, `s3:PutObject on ${bucketArn}/*`, () =>
    writeManifest(session, site.bucket, final, draftEtag),
  )
}

function sentence({ toSend }: Publication, total: number): string {
  if (toSend.length === 0) return '  All files are there already.'
  const kilobytes = Math.ceil(toSend.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / 1024)
  const rest = total - toSend.length
  const others = rest === 0 ? '' : `; the other ${rest} are there already`
  return `  Uploaded ${toSend.length} of ${total} files, ${kilobytes} KB${others}.`
}

function quoted(etag: string | undefined): string | undefined {
  return etag === undefined ? undefined : `"${etag}"`
}
