import { explanation } from '../../authorization-server/error-page.ts'
import { labels } from '../../authorization-server/wording/page-errors.en.ts'
import type { Html } from '../../http/html.ts'
import { pathOf } from '../endpoints.ts'
import type { ProviderContext } from '../provider.ts'
import { pageErrors, type PageError } from '../errors.ts'
import { pageErrorWords } from '../wording/page-errors.en.ts'
import { layout } from './layout.ts'

/** Says what is wrong, with which parameter, and how it is put right. */
export function errorPage(
  { client, provider, endpoints }: ProviderContext,
  { code, details }: PageError,
): Html {
  const words = pageErrorWords[code]
  const registered =
    code === 'redirect_uri_mismatch'
      ? [client.redirectUri]
      : code === 'unknown_client'
        ? [client.id]
        : []
  return layout({
    slug: provider.slug,
    path: pathOf(endpoints),
    title: words.title,
    body: explanation({ words, labels, code, status: pageErrors[code], ...details, registered }),
  })
}
