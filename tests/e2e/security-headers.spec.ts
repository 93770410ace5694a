import type { APIRequestContext } from '@playwright/test'
import { securityHeaders, type CspEndpoints } from '../../infra/build/pages/security-headers.ts'
import { watchPolicies } from './support/policy-violations.ts'
import { appUrl } from './support/stack.ts'
import { expect, test } from './support/test.ts'

/** A file whose name has a hash. */
async function entryOf(request: APIRequestContext): Promise<string> {
  const html = await (await request.get('/')).text()
  return /\/assets\/index-[\w-]+\.js/.exec(html)?.[0] ?? ''
}

test('everything is served with the headers of the hosted site, for the configuration it has', async ({
  request,
}) => {
  const config = (await (await request.get('/config.json')).json()) as CspEndpoints
  const script = await entryOf(request)

  for (const path of ['/', '/sign-in', '/profile', '/config.json', '/early.js', script]) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(200)
    for (const [name, value] of Object.entries(securityHeaders(config))) {
      expect(response.headers()[name.toLowerCase()], `${name} of ${path}`).toBe(value)
    }
  }
})

test('pages are asked about at each visit, hashed files are kept, and a missing one is no page', async ({
  request,
}) => {
  const script = await entryOf(request)
  const answerTo = async (path: string) => {
    const response = await request.get(path, { headers: { accept: 'text/html' } })
    return [response.status(), response.headers()['cache-control']]
  }

  expect(await answerTo('/')).toEqual([200, 'no-cache'])
  expect(await answerTo('/sign-in')).toEqual([200, 'no-cache'])
  expect(await answerTo('/any/page')).toEqual([200, 'no-cache'])
  expect(await answerTo(script)).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(await answerTo('/assets/index-000000.js')).toEqual([404, undefined])
})

test('a page runs nothing that is put into it, talks to nobody else, and stands in no frame', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const violations = watchPolicies(context)
  const page = await context.newPage()
  await page.goto('/sign-in')

  const tried = await page.evaluate(async () => {
    const script = document.createElement('script')
    const attempt = (work: () => unknown) => {
      try {
        work()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const markup = attempt(() => (document.createElement('p').innerHTML = '<b>x</b>'))
    const text = attempt(() => (script.text = 'document.title = "run"'))
    const fetched = await fetch('https://example.com/').then(
      () => 'done',
      (error: unknown) => (error as Error).name,
    )
    const xml = attempt(() => new DOMParser().parseFromString('<a/>', 'text/xml'))
    const style = document.createElement('p')
    style.setAttribute('style', 'color: red')
    return { markup, text, fetched, xml, styled: style.style.color }
  })
  const framing = await context.newPage()
  await framing.setContent(`<iframe src="${appUrl}/sign-in"></iframe>`)
  const [, frame] = framing.frames()

  expect(tried).toEqual({
    markup: 'TypeError',
    text: 'TypeError',
    fetched: 'TypeError',
    xml: 'done',
    styled: '',
  })
  expect(frame?.url()).toMatch(/^chrome-error:/)
  expect(violations.join('\n')).toMatch(/connect-src[\s\S]*frame-ancestors/)
  await context.close()
})
