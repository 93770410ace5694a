import { toBase64Url } from '../../core/encoding/base64.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Random } from '../../core/ports/random.ts'

/** Mail as a mail program shows it, each at an address that is good for a minute. */
export interface MailPages {
  /** @returns the path below the base path. */
  open(html: string): string
  /** @returns undefined for a path that leads, or leads by now, to none. */
  find(pathname: string): Response | undefined
}

const goodForMs = 60_000
const folder = '/_local/mail/'

/**
 * A frame sends no token, and the console's own policy lets no markup in. So a mail is a document of its
 * own, at an address nobody can guess: without scripts, in an origin of its own, and nothing that it names
 * is loaded, or its sender would learn who reads it. Its links open beside the console.
 *
 * @param clock of this machine.
 */
export function createMailPages(random: Random, clock: Clock): MailPages {
  let opened: readonly { path: string; html: string; untilMs: number }[] = []
  const current = () => opened.filter(({ untilMs }) => untilMs > clock.now())
  return {
    open(html) {
      const path = folder + toBase64Url(random.bytes(32))
      opened = [...current(), { path, html, untilMs: clock.now() + goodForMs }]
      return path
    },
    find(pathname) {
      if (!pathname.startsWith(folder)) return undefined
      const found = current().find(({ path }) => path === pathname)
      return found && mailPage(found.html)
    },
  }
}

function mailPage(mail: string): Response {
  return new Response(`<!doctype html><meta charset="utf-8"><base target="_blank">${mail}`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        'sandbox allow-popups allow-popups-to-escape-sandbox',
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        'img-src data:',
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
      ].join('; '),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
