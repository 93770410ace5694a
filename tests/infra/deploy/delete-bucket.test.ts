import { expect, test } from 'vitest'
import { createFakeBucket } from './support/fake-bucket.ts'
import { startDeployment } from './support/deployment.ts'

const name = 'cognito-starter-bucket-1x2y3z'
const destroy = ['destroy', '--yes', '--turn-off-protection', '--delete-bucket']

async function deployedWithPictures() {
  const deployment = await startDeployment()
  await deployment.run(['--yes'])
  const bucket = createFakeBucket(name)
  bucket.versions = ['a?1', 'a?2', 'b?1', 'b?mark-1', 'users/x/profile.json?1', 'c?1', 'c?mark-2']
  deployment.aws.buckets.set(name, bucket)
  deployment.aws.calls.length = 0
  return { ...deployment, bucket }
}

test('--delete-bucket empties the bucket, old versions and marks included, and deletes it', async () => {
  const { aws, run } = await deployedWithPictures()

  const { problem, text } = await run(destroy)

  expect(problem).toBeUndefined()
  expect(text).toContain(
    `Bucket (AWS::S3::Bucket) ${name}, with everybody’s profiles and pictures in it`,
  )
  expect(text).not.toContain('What stays')
  expect(text).toContain(`Bucket ${name} deleted, with 7 versions of objects`)
  expect(text).not.toContain('is kept, with people’s profiles in it')
  expect(aws.buckets.size).toBe(0)
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})

test('without --delete-bucket no object is touched', async () => {
  const { aws, bucket, run } = await deployedWithPictures()

  await run(['destroy', '--yes', '--turn-off-protection'])

  expect(bucket.versions).toHaveLength(7)
  expect(aws.calls).not.toContain('DeleteObjects')
})

test('a bucket that is not confirmed to go is not emptied', async () => {
  const { bucket, run } = await deployedWithPictures()

  const { problem } = await run(['destroy', '--turn-off-protection', '--delete-bucket'], {
    answers: ['yes'],
  })

  expect(problem).toMatchObject({ exitCode: 3 })
  expect(bucket.versions).toHaveLength(7)
})

test('an object that is locked is said, the stack stays, and the next run goes on', async () => {
  const { aws, bucket, run } = await deployedWithPictures()
  bucket.locked.add('b')
  const failed = await run(destroy)
  expect(failed.problem?.message).toContain(`S3 does not delete b in the bucket ${name}: Locked`)
  expect(aws.calls).not.toContain('DeleteStack')
  bucket.locked.clear()

  const { problem } = await run(destroy)

  expect(problem).toBeUndefined()
  expect(aws.buckets.size).toBe(0)
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})

test('a bucket that an earlier run deleted does not stop the next one', async () => {
  const { aws, run } = await deployedWithPictures()
  aws.buckets.clear()

  const { problem } = await run(destroy)

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})
