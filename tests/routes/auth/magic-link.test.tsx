import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { screen } from '@testing-library/react'
import { afterAll, beforeAll, expect } from 'vitest'
import { examples } from '../../support/template/examples.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { signingClient } from '../../support/iam/administrator.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, problemText } from './open-app.tsx'

let standIn: TestStandIn
let s3: S3Client

beforeAll(async () => {
  standIn = await startStandIn({ parameters: examples })
  const { administrator: credentials, s3Url: endpoint, config } = standIn
  s3 = new S3Client({ endpoint, region: config.region, credentials, forcePathStyle: true })
  const cognito = signingClient(standIn.url, credentials, config.region)
  await addPerson(standIn, cognito, ada)
  cognito.destroy()
})

afterAll(async () => {
  s3.destroy()
  await standIn.close()
  expect(standIn.faults).toEqual([])
})

/** The link that the sign-in page has sent, as an address of the router. */
async function askForLink(): Promise<string> {
  const { user, router, unmount } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await fill(user, 'E-mail address', ada.email)
  await press(user, 'Get a link by e-mail')
  await screen.findByText(`If there is an account for ${ada.email}, a link is on its way there.`)
  expect(router.state.location.pathname).toBe('/sign-in/link')
  unmount()
  const { link = '' } = standIn.outbox[0]!
  return link.slice(new URL(link).origin.length)
}

/** Opens a link and presses its button. */
async function open(link: string) {
  const opened = await openApp(standIn, link)
  await press(opened.user, 'Sign in')
  return opened
}

test('a link that has expired and one that was cut off are told apart, and the whole one signs in', async () => {
  const link = await askForLink()
  const [, name = ''] = /#(.+)\./.exec(link) ?? []
  const Key = `magic-links/${atob(name)}`
  const object = { Bucket: standIn.config.bucket, Key }
  const { Body } = await s3.send(new GetObjectCommand(object))
  const kept = JSON.parse(await Body!.transformToString()) as { sentAt: number }
  const late = { ...kept, sentAt: kept.sentAt - 16 * 60_000 }

  const cut = await open(link.slice(0, -1))
  expect(await problemText()).toContain('This link is not whole.')
  cut.unmount()
  await s3.send(new PutObjectCommand({ ...object, Body: JSON.stringify(late) }))
  const expired = await open(link)
  expect(await problemText()).toContain('This link has expired.')
  await expectAccessible()
  expired.unmount()
  await s3.send(new PutObjectCommand({ ...object, Body: JSON.stringify(kept) }))
  const { router } = await open(link)

  await screen.findByRole('heading', { name: 'Your profile' })
  expect(router.state.location.pathname).toBe('/profile')
})

test('an address below the sign-in page that nothing is at says so', async () => {
  await openApp(standIn, '/sign-in/elsewhere')

  await screen.findByText('There is nothing at this address')
})
