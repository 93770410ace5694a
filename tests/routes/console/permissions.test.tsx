import { configure, screen, waitFor, within } from '@testing-library/react'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { test } from '../../support/stand-in.ts'
import { openConsole } from './open-console.tsx'

configure({ asyncUtilTimeout: 30_000 })

test('the console says what an identity may do, by which statement, and shows its objects', async ({
  standIn,
  cognito,
}) => {
  const { prefix, s3 } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { bucket: Bucket = '' } = standIn.config
  await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: `${prefix}/profile.json`,
      Body: '{}',
      ContentType: 'application/json',
      Metadata: { made: 'here' },
    }),
  )
  const { user, router } = await openConsole(standIn, '/permissions')

  await user.click(await screen.findByRole('button', { name: 'Ask' }))
  const answer = await screen.findByRole('heading', { name: 'Answer: Allowed' })
  const card = within(answer.closest('section')!)
  expect(card.getByText(/"Effect": "Allow"/)).toBeTruthy()
  expect(card.getByText(/^infra\/template.yaml, line \d+: \w+/)).toBeTruthy()
  await expectAccessible()
  await user.clear(screen.getByLabelText('Resource'))
  await user.type(screen.getByLabelText('Resource'), `arn:aws:s3:::${Bucket}/users/other/a`)
  await user.click(await screen.findByRole('button', { name: 'Ask' }))
  await screen.findByRole('heading', { name: 'Answer: Denied: no statement allows it' })
  await user.clear(screen.getByLabelText('Action'))
  await user.type(screen.getByLabelText('Action'), 'GetObject')
  await user.click(await screen.findByRole('button', { name: 'Ask' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^action has to be/)

  await user.click(screen.getByRole('link', { name: 'Objects' }))
  await user.click(await screen.findByRole('link', { name: 'users/' }))
  await user.click(await screen.findByRole('link', { name: `${prefix.slice('users/'.length)}/` }))
  await screen.findByRole('heading', { name: 'profile.json' })
  await user.click(screen.getByRole('button', { name: 'Metadata' }))
  expect((await screen.findByText(/x-amz-meta-made/)).textContent).toMatch(
    /Content-Type: application\/json[^]*x-amz-meta-made: here/,
  )
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await user.click(screen.getByRole('button', { name: 'Yes, delete it' }))
  await screen.findByText('There is nothing here.')
  await router.navigate('/objects?bucket=none')
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeTruthy())
})
