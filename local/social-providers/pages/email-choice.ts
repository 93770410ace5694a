import { html, type Html } from '../../http/html.ts'
import type { Provider } from '../provider.ts'
import { words } from '../wording/words.en.ts'
import { checkbox, radio } from './form.ts'

/**
 * Facebook: share the address or not. Apple: the person's own, or one that stands for it.
 *
 * @param of the form it is in: ids are unique on a page.
 */
export function emailChoice({ asks }: Provider, of: 'known' | 'another'): Html | undefined {
  if (asks === 'share-email') {
    return checkbox(`share-email-${of}`, 'share_email', words.shareEmail, true)
  }
  if (asks !== 'hide-email') return undefined
  const { legend, share, hide } = words.emailChoice
  return html`<fieldset>
    <legend>${legend}</legend>
    ${radio(`email-share-${of}`, 'email_choice', 'share', share, true)}
    ${radio(`email-hide-${of}`, 'email_choice', 'hide', hide, false)}
  </fieldset>`
}
