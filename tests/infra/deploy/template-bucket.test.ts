import { expect, test } from 'vitest'
import { templateToSend } from '../../../infra/deploy/arguments/template-to-send.ts'
import { startDeployment, templateText } from './support/deployment.ts'

/** Longer than CloudFormation takes, comments not counted. */
const long = templateText.replace('\nMetadata:\n', `\nMetadata:\n  Notes: ${'x'.repeat(51_200)}\n`)

test('a template above 51,200 bytes needs a bucket, which is said before AWS is asked', async () => {
  const { aws, run } = await startDeployment()
  const template = long

  const { problem } = await run(['--yes'], { template })

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.message).toMatch(
    /has \d+ bytes without its comments, and CloudFormation takes 51200/,
  )
  expect(problem?.remedy).toContain('--template-bucket')
  expect(aws.calls).toEqual([])
})

test('a template above 51,200 bytes is uploaded to the bucket that is given', async () => {
  const { aws, run } = await startDeployment()
  const template = long

  const { problem } = await run(['--yes', '--template-bucket', 'my-templates'], { template })

  expect(problem).toBeUndefined()
  expect([...aws.objects.values()]).toEqual([templateToSend(template)])
  expect(aws.cloudFormation.stacks[0]).toMatchObject({
    status: 'CREATE_COMPLETE',
    template: templateToSend(template),
  })
})

test('comments do not count: a template that is too long with them alone needs no bucket', async () => {
  const { aws, run } = await startDeployment()
  const template = `${templateText}\n# ${'x'.repeat(51_200)}\n`

  const { problem } = await run(['--yes'], { template })

  expect(problem).toBeUndefined()
  expect(aws.objects.size).toBe(0)
  expect(aws.cloudFormation.stacks[0]?.status).toBe('CREATE_COMPLETE')
})
