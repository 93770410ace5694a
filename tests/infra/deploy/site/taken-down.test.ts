import { expect, test } from 'vitest'
import { nextApp } from '../support/built-app.ts'
import { createFakeBucket } from '../support/fake-bucket.ts'
import { site } from '../support/fake-site.ts'
import { startHosting } from '../support/hosted-deployment.ts'

const peoplesBucket = 'cognito-starter-bucket-1x2y3z'

async function hosted() {
  const deployment = await startHosting()
  await deployment.host()
  const people = createFakeBucket(peoplesBucket)
  people.versions = ['users/x/profile.json?1']
  deployment.aws.buckets.set(peoplesBucket, people)
  deployment.aws.calls.length = 0
  return deployment
}

test('--no-hosting says that the site goes, deletes its files first, and leaves nothing behind', async () => {
  const { aws, run, envText } = await hosted()
  const env = envText()

  const { problem, text } = await run(['--no-hosting'], { answers: ['yes'] })

  expect(problem).toBeUndefined()
  expect(text).toMatch(/remove +SiteBucket/)
  expect(text).not.toContain('WARNING')
  expect(text).toContain(
    `The site https://${site.domain} goes off the air: the built app is deleted from its bucket first.`,
  )
  expect(text).toContain(`taken down: 10 files deleted from ${site.bucket}`)
  expect(text).not.toContain('The app is at')
  expect([...aws.buckets.keys()]).toEqual([peoplesBucket])
  expect(aws.buckets.get(peoplesBucket)?.versions).toHaveLength(1)
  expect(aws.cloudFormation.stacks[0]?.parameters.get('Hosting')).toBe('false')
  expect(envText()).toBe(env)
})

test('what is not confirmed leaves the site on the air', async () => {
  const { run, siteBucket } = await hosted()

  const { problem } = await run(['--no-hosting'], { answers: ['no'] })

  expect(problem).toMatchObject({ exitCode: 3 })
  expect(siteBucket().objects.size).toBe(10)
})

test('Ctrl-C while the files are deleted is taken up by the next run', async () => {
  const { aws, run } = await hosted()
  const interrupted = await run(['--no-hosting', '--yes'], {
    onCall(call, interrupt) {
      if (call === 'DeleteObjects') interrupt()
    },
  })
  expect(interrupted.problem).toMatchObject({ exitCode: 130 })
  expect(interrupted.problem?.remedy).toContain('taken down, in part at least')
  expect(aws.cloudFormation.stacks[0]?.changeSets).toEqual([])

  const { problem } = await run(['--no-hosting', '--yes'])

  expect(problem).toBeUndefined()
  expect(aws.buckets.has(site.bucket)).toBe(false)
})

test('a site that is hosted again is published anew', async () => {
  const { host, run, keys } = await hosted()
  await run(['--no-hosting', '--yes'])

  const { problem, text } = await host({ app: nextApp })

  expect(problem).toBeUndefined()
  expect(text).toContain('Uploaded 9 of 9 files')
  expect(keys()).toEqual(Object.keys(nextApp).sort())
})

test('destroy lists the site, and deletes it with the stack; people’s bucket stays', async () => {
  const { aws, run } = await hosted()

  const { problem, text } = await run(['destroy', '--yes', '--turn-off-protection'])

  expect(problem).toBeUndefined()
  expect(text).toMatch(
    new RegExp(`What goes, for good:[^]*SiteBucket .* ${site.bucket}, with the built app in it`),
  )
  expect(text).toContain(
    `SiteDistribution (AWS::CloudFront::Distribution) ${site.distributionId}, which serves https://${site.domain}`,
  )
  expect(text).toMatch(/What stays, [^]*Bucket \(AWS::S3::Bucket\) cognito-starter-bucket-1x2y3z/)
  expect(text).toContain(`The bucket ${peoplesBucket} is kept`)
  expect([...aws.buckets.keys()]).toEqual([peoplesBucket])
  expect(aws.buckets.get(peoplesBucket)?.versions).toHaveLength(1)
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})

test('--delete-bucket takes people’s bucket too', async () => {
  const { aws, run } = await hosted()

  const { problem, text } = await run([
    'destroy',
    '--yes',
    '--turn-off-protection',
    '--delete-bucket',
  ])

  expect(problem).toBeUndefined()
  expect(text).toContain(`${peoplesBucket}, with everybody’s profiles and pictures in it`)
  expect(text).toContain(`${site.bucket}, with the built app in it`)
  expect(aws.buckets.size).toBe(0)
})

test('a site bucket that was deleted by hand does not stop anything', async () => {
  const { aws, run } = await hosted()
  aws.buckets.delete(site.bucket)

  const { problem } = await run(['destroy', '--yes', '--turn-off-protection'])

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})

test('a yes that is not the name leaves the site on the air', async () => {
  const { run, siteBucket } = await hosted()

  const { problem } = await run(['destroy', '--turn-off-protection'], { answers: ['yes'] })

  expect(problem).toMatchObject({ exitCode: 3 })
  expect(siteBucket().objects.size).toBe(10)
})
