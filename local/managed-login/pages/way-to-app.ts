import { html, type Html } from '../../http/html.ts'
import type { AppClientConfig } from '../../user-pools/config.ts'
import type { Words } from '../wording/catalogue.ts'

/** Of its client's callback URLs on the web the one that was asked for, or the first. */
export function findApp(
  { callbackUrls }: Pick<AppClientConfig, 'callbackUrls'>,
  asked?: string,
): string | undefined {
  const onTheWeb = callbackUrls.filter((url) => /^https?:/i.test(url))
  return onTheWeb.find((url) => url === asked) ?? onTheWeb[0]
}

/** Out of a page that leads nowhere by itself. */
export function wayToApp(words: Words, callbackUrl: string | undefined): Html | undefined {
  if (callbackUrl === undefined) return undefined
  return html`<p><a href="${new URL('/', callbackUrl).href}">${words.confirm.goToApp}</a></p>`
}
