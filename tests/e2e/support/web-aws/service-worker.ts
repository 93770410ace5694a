import { createWebAws, type WebAws } from '../../../../local/web-aws.ts'
import { s3Url } from './s3-url.ts'

/** What TypeScript has in a library of its own, which excludes that of pages. */
interface Scope {
  location: Location
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listen: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void
}
interface Extendable {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching {
  request: Request
  respondWith(answer: Promise<Response>): void
}

/** The whole local AWS in a service worker: what it answers, no server has. */
const scope = self as unknown as Scope
const { origin } = scope.location
const started = start()

async function start(): Promise<WebAws> {
  const template = await fetch('/template.yaml')
  return createWebAws({
    template: { text: await template.text(), file: 'template.yaml' },
    parameters: { CallbackUrls: `${origin}/callback`, AllowedOrigins: origin },
    cognitoUrl: `${origin}/aws`,
    s3Url,
  })
}

async function answer(request: Request): Promise<Response> {
  const aws = await started
  const isConfig = request.url === `${origin}/config.json`
  if (isConfig) return Response.json(aws.standIn.config())
  return (await aws.fetch(request)) ?? new Response('', { status: 404 })
}

scope.addEventListener('install', (event) =>
  event.waitUntil(started.then(() => scope.skipWaiting())),
)
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('fetch', (event) => {
  const isOurs = [`${origin}/aws`, `${origin}/config.json`, s3Url].some((url) =>
    event.request.url.startsWith(url),
  )
  if (isOurs) event.respondWith(answer(event.request))
})
