import { expect, test } from 'vitest'
import { startDeployment, templateText } from './support/deployment.ts'

test('a template above 51,200 bytes needs a bucket, which is said before AWS is asked', async () => {
  const { aws, run } = await startDeployment()
  const template = `${templateText}\n# ${'x'.repeat(51_200)}\n`

  const { problem } = await run(['--yes'], { template })

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.message).toMatch(/has \d+ bytes, and CloudFormation takes 51200/)
  expect(problem?.remedy).toContain('--template-bucket')
  expect(aws.calls).toEqual([])
})

test('a template above 51,200 bytes is uploaded to the bucket that is given', async () => {
  const { aws, run } = await startDeployment()
  const template = `${templateText}\n# ${'x'.repeat(51_200)}\n`

  const { problem } = await run(['--yes', '--template-bucket', 'my-templates'], { template })

  expect(problem).toBeUndefined()
  expect([...aws.objects.values()]).toEqual([template])
  expect(aws.cloudFormation.stacks[0]).toMatchObject({ status: 'CREATE_COMPLETE', template })
})
