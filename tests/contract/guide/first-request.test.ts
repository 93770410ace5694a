import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { test } from '../../support/stand-in.ts'

test('the guide’s first request fails as it is printed, then for want of a code, and works in the end', async ({
  standIn,
}) => {
  const config = `data:application/json,${encodeURIComponent(JSON.stringify(standIn.config))}`
  const { stdout } = await promisify(execFile)('node', ['docs/guide/first-request.mjs', config], {
    env: { ...process.env, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
  })

  expect(stdout.trim().split('\n')).toEqual([
    '1. SignUp, as the guide prints it: InvalidParameterException: Username should be an email.',
    '2. SignUp with the address as user name: a code was sent to t***@e***',
    '3. InitiateAuth without confirming: UserNotConfirmedException: User is not confirmed.',
    '4. ConfirmSignUp with the code from the inbox: done',
    '5. InitiateAuth again: AccessToken, IdToken, RefreshToken',
  ])
})
