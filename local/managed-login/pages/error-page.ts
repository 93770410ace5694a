import { explanation } from '../../authorization-server/error-page.ts'
import { html, type Html } from '../../http/html.ts'
import { pageErrors, type PageErrorCode, type PageErrorDetails } from '../errors.ts'
import type { Words } from '../wording/catalogue.ts'
import { layout } from './layout.ts'
import { wayToApp } from './way-to-app.ts'

export interface ErrorPage {
  words: Words
  base: string
  code: PageErrorCode
  details: PageErrorDetails
  /** The URIs that would have been right. */
  registered: readonly string[]
  /** A callback URL of the app that sent somebody here, where it is known. */
  app: string | undefined
}

/** Says what is wrong, with which parameter, and how it is put right. */
export function errorPage({ words, base, code, details, registered, app }: ErrorPage): Html {
  const { errors, labels } = words.pageErrors
  const { parameter, sent } = details
  const { status } = pageErrors[code]
  return layout({
    words,
    base,
    title: errors[code].title,
    isWide: true,
    clientId: details.client_id,
    body: html`${explanation({ words: errors[code], labels, code, status, parameter, sent, registered })}
    ${wayToApp(words, app)}`,
  })
}
