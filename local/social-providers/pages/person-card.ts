import { html, type Html } from '../../http/html.ts'
import type { ProviderContext } from '../context.ts'
import { initialsOf, type Person } from '../person.ts'
import { groundOf } from '../picture.ts'
import { words } from '../wording/words.en.ts'

const tones = 6

/** One account. Its button covers the card; what stands beside it describes the button. */
export function personCard({ provider, client, consents }: ProviderContext, person: Person): Html {
  const { subject, name, email, emailVerified } = person
  const consent = consents.find(subject, client.id)
  const notes = [
    provider.saysVerified === true && email !== undefined && !emailVerified && words.notVerified,
    consent?.relayEmail !== undefined && words.relayed(consent.relayEmail),
    consent && words.usedBefore(client.name),
  ]
  return html`<li class="person">
    <span class="avatar tone-${groundOf(name, tones)}" aria-hidden="true"
      >${initialsOf(person)}</span
    >
    <div class="who">
      <button class="whole" name="account" value="${subject}" aria-describedby="about-${subject}">
        ${words.continueAs(name)}
      </button>
      <div id="about-${subject}">
        <p class="soft">${email ?? words.noEmail}</p>
        ${notes.map((note) => typeof note === 'string' && html`<p class="note">${note}</p>`)}
      </div>
    </div>
  </li>`
}
