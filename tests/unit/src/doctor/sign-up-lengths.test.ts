import { expect, test } from 'vitest'
import { signUp } from '../../../../src/doctor/checks/sign-up.ts'
import { portsAnswering, refusal } from '../../../support/doctor/doctor-answers.ts'

const immutable = refusal(
  'InvalidParameterException',
  'Cannot modify the non-mutable attribute email_verified',
)
const userAttributes = [{ name: 'name' }, { name: 'email', required: true }]

test.each([
  [undefined, 'unknown', 'takes addresses of every length cannot be asked'],
  ['[]', 'unknown', 'takes addresses of every length cannot be asked'],
  [[{ name: 'name' }], 'unknown', 'takes addresses of every length cannot be asked'],
  [userAttributes, 'ok', 'People can create an account'],
  [[{ name: 'email', minLength: 12 }], 'doubtful', 'at least 12 characters'],
  [[{ name: 'email', minLength: 12, maxLength: 40 }], 'doubtful', '12 characters, at most 40'],
])(
  'how long an address may be the configuration knows, or nobody: %j',
  async (given, status, summary) => {
    const config = {
      requiredAttributes: ['email'],
      ...(given !== undefined && { userAttributes: given }),
    }
    const finding = await signUp.run(portsAnswering({ SignUp: immutable }, { config }))

    expect(finding.status).toBe(status)
    expect(finding.summary).toContain(summary)
  },
)
