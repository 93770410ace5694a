/**
 * What a local build does that a production build has none of: it leads two kinds of requests to
 * the local AWS, because Amplify v6 takes custom endpoints for the two Cognito APIs only and spells
 * `https://` into its OAuth and S3 URLs. See `docs/decisions/0004-local-mode.md`.
 */
interface LocalConfig {
  region: string
  domain?: string | undefined
  bucket?: string | undefined
  local: { domainUrl: string; s3Endpoint: string; consoleUrl: string }
}

/** Finds the newest code of a kind that was "sent" to an address, in the local inbox. */
export type FindCode = (to: string, kind: string) => Promise<string | URL | undefined>

/** @throws when the page was not opened on this machine: a local build must never be deployed. */
export function installLocalMode(config: LocalConfig): void {
  checkLoopback(window.location.hostname)
  quietAmplify()
  redirectFetch(config)
  redirectXhr(config)
}

export function createInbox({ local }: LocalConfig): FindCode {
  const console = new URL(local.consoleUrl)
  const token = new URLSearchParams(console.hash.slice(1)).get('token') ?? ''
  return async function findCode(to, kind) {
    const response = await fetch(
      new URL(`/_local/messages?to=${encodeURIComponent(to)}`, console.origin),
      { headers: { authorization: `Bearer ${token}` } },
    )
    if (!response.ok) return undefined
    const messages = (await response.json()) as { kind: string; code: string; link?: string }[]
    const newest = messages.find((message) => message.kind === kind)
    return newest?.link === undefined ? newest?.code : new URL(newest.link)
  }
}

/**
 * The same URL at the local AWS, or undefined when it is not one that Amplify sends to AWS. The
 * host that was signed rides along, so that the local S3 checks the signature over what Amplify
 * signed.
 */
export function localUrl(url: URL, config: LocalConfig): URL | undefined {
  if (config.domain !== undefined && url.host === config.domain) {
    return new URL(url.pathname + url.search, config.local.domainUrl)
  }
  const { bucket, region } = config
  if (bucket === undefined) return undefined
  const s3Host = `s3.${region}.amazonaws.com`
  if (url.host !== s3Host && url.host !== `${bucket}.${s3Host}`) return undefined
  const path = url.host === s3Host ? url.pathname : `/${bucket}${url.pathname}`
  const separator = url.search === '' ? '?' : '&'
  return new URL(
    `${path}${url.search}${separator}x-local-signed-host=${url.host}`,
    config.local.s3Endpoint,
  )
}

function checkLoopback(hostname: string): void {
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[\w-]+\.localhost)$/.test(hostname)
  if (!isLoopback) {
    throw new Error(
      `This build talks to a local AWS and refuses to run on ${hostname}. Build it with "npm run build".`,
    )
  }
}

/** It warns of every endpoint that is not AWS's own. What a developer has set stays. */
function quietAmplify(): void {
  const page: Window & { LOG_LEVEL?: string } = window
  page.LOG_LEVEL ??= 'ERROR'
}

function redirectFetch(config: LocalConfig): void {
  const original = window.fetch.bind(window)
  window.fetch = function localFetch(input, init) {
    const requested = input instanceof Request ? input.url : String(input)
    const target = localUrl(new URL(requested, window.location.href), config)
    if (target === undefined) return original(input, init)
    return original.call(
      window,
      input instanceof Request ? new Request(target, input) : target,
      init,
    )
  }
}

function redirectXhr(config: LocalConfig): void {
  // oxlint-disable-next-line typescript/unbound-method -- applied with its own `this`
  XMLHttpRequest.prototype.open = new Proxy(XMLHttpRequest.prototype.open, {
    apply(open, request, [method, url, ...rest]: [string, string | URL, ...unknown[]]) {
      const target = localUrl(new URL(url, window.location.href), config) ?? url
      Reflect.apply(open, request, [method, target, ...rest])
    },
  })
}
