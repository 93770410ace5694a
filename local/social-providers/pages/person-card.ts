import { html, type Html } from '../../http/html.ts'
import type { ProviderContext } from '../provider.ts'
import { initialsOf, type Person } from '../people/person.ts'
import { groundOf } from '../people/picture.ts'
import { words } from '../wording/words.en.ts'

const tones = 6

/** One of several accounts. Its button covers the card; what stands beside it describes the button. */
export function personCard(ctx: ProviderContext, person: Person): Html {
  const { subject, name } = person
  return html`<li class="person">
    ${avatar(person)}
    <div class="who">
      <button class="whole" name="account" value="${subject}" aria-describedby="about-${subject}">
        ${words.continueAs(name)}
      </button>
      <div id="about-${subject}">${about(ctx, person)}</div>
    </div>
  </li>`
}

/** The one account that is meant. */
export function loneCard(ctx: ProviderContext, person: Person): Html {
  return html`<div class="alone">
    ${avatar(person)}
    <p><strong>${person.name}</strong></p>
    <div>${about(ctx, person)}</div>
  </div>`
}

function avatar(person: Person): Html {
  const tone = groundOf(person.name, tones)
  return html`<span class="avatar tone-${tone}" aria-hidden="true">${initialsOf(person)}</span>`
}

function about({ provider, client, consents }: ProviderContext, person: Person): Html {
  const { subject, email, emailVerified } = person
  const consent = consents.find(subject, client.id)
  const notes = [
    provider.saysVerified === true && email !== undefined && !emailVerified && words.notVerified,
    consent?.relayEmail !== undefined && words.relayed(consent.relayEmail),
    consent && words.usedBefore(client.name),
  ]
  return html`<p class="soft">${email ?? words.noEmail}</p>
    ${notes.map((note) => typeof note === 'string' && html`<p class="note">${note}</p>`)}`
}
