import { JSDOM } from 'jsdom'
import { createCookieJar, type CookieJar } from './cookie-jar.ts'

/** A page as a browser without scripts has it. */
export interface VisitedPage {
  url: URL
  status: number
  response: Response
  document: Document
}

/** A browser without scripts: keeps cookies, follows redirects within one origin, fills in forms. */
export interface PageVisitor {
  cookies: CookieJar
  /** Sends one request and follows nothing. */
  request: (url: string | URL, init?: RequestInit) => Promise<Response>
  open: (url: string | URL) => Promise<VisitedPage>
  /** @returns the page that a link, found by its words, leads to. */
  follow: (page: VisitedPage, words: string) => Promise<VisitedPage>
  /**
   * Fills inputs in by their labels, and presses the button with these words. A box or radio button
   * is ticked by anything but an empty text.
   */
  submit: (
    page: VisitedPage,
    button: string,
    values?: Readonly<Record<string, string>>,
  ) => Promise<VisitedPage>
  /** As `open` or `submit`, for what leads back to the app. */
  leave: (going: Promise<unknown>) => Promise<URL>
}

class LeftTheOrigin extends Error {
  readonly location: URL

  constructor(location: URL) {
    super(`Sent to ${location.href}`)
    this.location = location
  }
}

/** @param always headers of every request. */
export function createPageVisitor(always: Readonly<Record<string, string>> = {}): PageVisitor {
  const cookies = createCookieJar()

  async function request(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ ...always, ...(init.headers as Record<string, string>) })
    if (cookies.header() !== '') headers.set('cookie', cookies.header())
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    cookies.keep(response)
    return response
  }

  async function visit(url: URL, init: RequestInit = {}): Promise<VisitedPage> {
    const response = await request(url, init)
    const location = response.headers.get('location')
    if (location === null) {
      const { document } = new JSDOM(await response.text()).window
      return { url, status: response.status, response, document }
    }
    const next = new URL(location, url)
    if (next.origin !== url.origin) throw new LeftTheOrigin(next)
    return visit(next)
  }

  return {
    cookies,
    request,
    open: (url) => visit(new URL(url)),
    follow(page, words) {
      const link = [...page.document.querySelectorAll('a')].find(hasWords(words))
      if (!link) throw new Error(`There is no link ${words}`)
      return visit(new URL(link.getAttribute('href') ?? '', page.url))
    },
    submit(page, words, values = {}) {
      const button = [...page.document.querySelectorAll('button')].find(hasWords(words))
      const form = button?.form
      if (!form) throw new Error(`There is no button ${words} on ${page.document.title}`)
      const body = new URLSearchParams()
      for (const [label, value] of Object.entries(values)) {
        const input = [...form.querySelectorAll('label')].find(hasWords(label))?.control
        if (!input) throw new Error(`There is no input ${label}`)
        fill(input as HTMLInputElement, value)
      }
      for (const input of form.querySelectorAll('input')) {
        if (!isTick(input) || input.checked) body.set(input.name, input.value)
      }
      if (button.name !== '') body.set(button.name, button.value)
      const action = new URL(form.getAttribute('action') ?? '', page.url)
      const headers = { origin: page.url.origin, 'sec-fetch-site': 'same-origin' }
      return visit(action, { method: 'POST', headers, body })
    },
    async leave(going) {
      try {
        await going
      } catch (error) {
        if (error instanceof LeftTheOrigin) return error.location
        throw error
      }
      throw new Error('The browser stayed at the domain')
    },
  }
}

function fill(input: HTMLInputElement, value: string): void {
  if (isTick(input)) input.checked = value !== ''
  else input.value = value
}

function isTick({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio'
}

function hasWords(words: string): (element: Element) => boolean {
  return ({ textContent }) => textContent.trim() === words
}
