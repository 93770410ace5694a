import { expect, test } from 'vitest'
import { startDeployment } from './support/deployment.ts'

test('what early validation finds is said, with the remedy of the first', async () => {
  const { aws, run } = await startDeployment()
  aws.cloudFormation.nextResult = {
    status: 'FAILED',
    reason:
      'The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.',
    rejections: [
      "Resource of type 'AWS::S3::Bucket' with identifier 'profiles' already exists.",
      "Resource of type 'AWS::S3::Bucket' with identifier 'pictures' already exists.",
    ],
  }

  const { problem } = await run(['--yes'])

  expect(problem?.message).toContain(
    "Bucket (AWS::S3::Bucket): Resource of type 'AWS::S3::Bucket' with identifier 'profiles' already exists.",
  )
  expect(problem?.message).toContain("identifier 'pictures' already exists.")
  expect(problem?.remedy).toContain('Bucket names are unique in the world')
  expect(aws.cloudFormation.stacks.map(({ status }) => status)).toEqual(['DELETE_COMPLETE'])
})

test.for([
  { permission: 'with', faults: [] },
  {
    permission: 'without',
    faults: [{ action: 'DescribeEvents', code: 'AccessDenied', message: 'not authorized' }],
  },
])(
  'a change set that cannot be made is said in its own words, $permission the right to read events',
  async ({ faults }) => {
    const { aws, run } = await startDeployment()
    aws.faults.push(...faults)
    aws.cloudFormation.nextResult = {
      status: 'FAILED',
      reason: 'Circular dependency between resources: [Bucket, UserPool]',
    }

    const { problem } = await run(['--yes'])

    expect(problem?.message).toContain('Circular dependency between resources: [Bucket, UserPool]')
    expect(problem?.exitCode).toBe(1)
  },
)
