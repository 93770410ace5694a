import { waitFor } from '@testing-library/react'
import { expect, onTestFinished, vi } from 'vitest'
import { clearExchanges, recordedExchanges } from '../../../src/recorder/log.ts'
import { startRecorder, stopRecorder } from '../../../src/recorder/recorder.ts'
import { test } from '../../support/stand-in.ts'

test('a page that is brought back has what the page between has recorded', async () => {
  const openPage = async () => {
    vi.resetModules()
    const page = await import('../../../src/recorder/log.ts')
    page.joinTabs()
    onTestFinished(() => {
      page.clearExchanges()
      page.leaveTabs()
    })
    return page
  }
  const exchange = (id: string, startedAtMs: number) => ({
    ...{ id, startedAtMs, durationMs: 1, to: 'user-pool' as const, operation: 'GetUser' },
    ...{ variant: undefined, method: 'POST', url: 'https://example.com/', status: 200 },
    ...{ error: undefined, request: { headers: {}, body: undefined }, tokens: [] },
    response: { headers: {}, body: undefined },
  })
  const idsOf = (page: Awaited<ReturnType<typeof openPage>>) =>
    page.recordedExchanges().map(({ id }) => id)

  const first = await openPage()
  first.addExchange(exchange('of the first', 1))
  window.dispatchEvent(new Event('pagehide'))
  // Nothing reaches a page that the browser has put aside.
  first.leaveTabs()
  const second = await openPage()
  second.addExchange(exchange('of the second', 2))
  expect(idsOf(second)).toEqual(['of the first', 'of the second'])
  second.leaveTabs()
  window.dispatchEvent(new Event('pagehide'))
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))

  expect(idsOf(first)).toEqual(['of the first', 'of the second'])
})

test('a whole Request is recorded with its body, which is sent all the same', async ({
  standIn,
}) => {
  startRecorder()
  onTestFinished(() => {
    stopRecorder()
    clearExchanges()
  })
  const { userPoolClientId: ClientId } = standIn.config
  const body = JSON.stringify({ ClientId, Username: 'nobody@example.com', Password: 'Short-1' })
  const response = await fetch(
    new Request(`${standIn.url}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
      },
      body,
    }),
  )

  expect(await response.text()).toContain('InvalidPasswordException')
  await waitFor(() => expect(recordedExchanges()).toHaveLength(1))
  expect(recordedExchanges()[0]?.request.body).toBe(
    JSON.stringify({ ClientId, Username: 'nobody@example.com', Password: '•••' }),
  )
})
