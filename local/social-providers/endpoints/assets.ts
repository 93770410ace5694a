import { asset } from '../../authorization-server/asset.ts'
import type { ProviderContext } from '../provider.ts'
import { PageError } from '../errors.ts'
import { pictureOf } from '../people/picture.ts'
import { icon, stylesheet } from '../theme.ts'

/** GET /style.css: each provider looks like itself. */
export function showStyle(_request: Request, { provider }: ProviderContext): Promise<Response> {
  return Promise.resolve(asset(stylesheet(provider.slug), 'text/css; charset=utf-8'))
}

/** GET /icon.svg */
export function showIcon(_request: Request, { provider }: ProviderContext): Promise<Response> {
  return Promise.resolve(asset(icon(provider.slug).markup, 'image/svg+xml'))
}

/**
 * GET /pictures/{subject}.svg: what `picture` leads to. Any page may show it.
 *
 * @throws PageError not_found
 */
export function showPicture(request: Request, ctx: ProviderContext): Promise<Response> {
  const [, subject = ''] = /([^/]+)\.svg$/.exec(new URL(request.url).pathname) ?? []
  const person = ctx.accounts.find(decode(subject))
  if (!person) throw new PageError('not_found')
  const response = asset(pictureOf(person).markup, 'image/svg+xml')
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('cross-origin-resource-policy', 'cross-origin')
  return Promise.resolve(response)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
