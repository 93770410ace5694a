import { countCharacters, limits } from './profile.ts'

export type LinkFault = 'notAnAddress' | 'notHttps' | 'hasPassword' | 'tooLong'
export type ParsedLink = { href: string } | { fault: LinkFault }

const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i

/**
 * Only https: a `javascript:` or `data:` link would run in the page of whoever clicks it. An
 * address typed without a scheme gets `https://`; one with a name and password in it is refused,
 * since it can pretend to lead elsewhere (https://bank.example@evil.example).
 */
export function parseLink(typed: string): ParsedLink {
  const text = typed.trim()
  const url = parseUrl(scheme.test(text) ? text : `https://${text.replace(/^\/\//, '')}`)
  if (url === null || !url.hostname.includes('.')) {
    return { fault: scheme.test(text) && url !== null ? schemeFault(url) : 'notAnAddress' }
  }
  if (url.protocol !== 'https:') return { fault: 'notHttps' }
  if (url.username !== '' || url.password !== '') return { fault: 'hasPassword' }
  if (countCharacters(url.href) > limits.linkCharacters) return { fault: 'tooLong' }
  return { href: url.href }
}

function schemeFault(url: URL): LinkFault {
  return url.protocol === 'https:' ? 'notAnAddress' : 'notHttps'
}

function parseUrl(text: string): URL | null {
  // Safari 17 has no URL.parse; and canParse of Node 20, once V8 has optimized it, refuses https://bücher.example.
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** How a link is written on the page: without the scheme, the host first. */
export function linkText(href: string): string {
  return href.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')
}
