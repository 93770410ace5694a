import { expect } from 'vitest'
import { beginApp } from '../../../src/auth/account/second-factors.ts'
import { readOwner } from '../../../src/auth/attributes/attributes.ts'
import { parseConfig } from '../../../src/config/parse-config.ts'
import { createPagePorts } from '../../../src/routes/diagnostics/page-ports.ts'
import { test } from '../../support/app/signed-in.ts'

test('the checks get the person’s own tokens, and objects by their whole key as the role allows', async ({
  signedIn: { standIn },
}) => {
  const { identityId = '' } = await readOwner()
  const session = await createPagePorts(parseConfig(standIn.config)).session()
  const objects = session?.objects(identityId)
  const own = `users/${identityId}/doctor.txt`

  expect(session?.idToken.split('.')).toHaveLength(3)
  expect(session?.accessToken).not.toBe(session?.idToken)
  expect(await objects?.put(own, 'kept')).toMatch(/^"[0-9a-f]{32}"$/)
  await objects?.get(own)
  await objects?.list(`users/${identityId}/`)
  await objects?.remove(own)
  await expect(objects?.get(own)).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect(objects?.put('users/somebody-else/doctor.txt', '')).rejects.toMatchObject({
    name: 'AccessDenied',
  })
  await expect(objects?.list('')).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('an authenticator app that is being set up is told to the checks', async ({
  signedIn: { standIn },
}) => {
  const ports = () => createPagePorts(parseConfig(standIn.config))
  const before = await ports().session()
  await beginApp('somebody')
  const meanwhile = await ports().session()

  expect(before?.isSettingUpApp).toBe(false)
  expect(meanwhile?.isSettingUpApp).toBe(true)
})

test('nobody is signed in where there are no tokens', async ({ standIn }) => {
  expect(await createPagePorts(parseConfig(standIn.config)).session()).toBeUndefined()
})
