import { html, type Html } from '../../http/html.ts'
import type { AppClientConfig } from '../../user-pools/config.ts'
import type { Words } from '../wording/catalogue.ts'

/** The origin of an app on the web, by the first of its client's callback URLs that is one. */
export function findApp({ callbackUrls }: Pick<AppClientConfig, 'callbackUrls'>) {
  return callbackUrls.find((url) => /^https?:/i.test(url))
}

/** Out of a page that leads nowhere by itself. */
export function wayToApp(words: Words, callbackUrl: string | undefined): Html | undefined {
  if (callbackUrl === undefined) return undefined
  return html`<p><a href="${new URL('/', callbackUrl).href}">${words.confirm.goToApp}</a></p>`
}
