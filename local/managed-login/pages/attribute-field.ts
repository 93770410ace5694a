import type { Field } from '../../authorization-server/field.ts'
import type { Words } from '../wording/catalogue.ts'

type Kind = Pick<Field, 'type' | 'autocomplete'>

/** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
const kinds: Readonly<Record<keyof Words['attributes'], Kind>> = {
  address: { type: 'text', autocomplete: 'street-address' },
  birthdate: { type: 'date', autocomplete: 'bday' },
  email: { type: 'email', autocomplete: 'email' },
  family_name: { type: 'text', autocomplete: 'family-name' },
  gender: { type: 'text', autocomplete: 'sex' },
  given_name: { type: 'text', autocomplete: 'given-name' },
  locale: { type: 'text', autocomplete: 'language' },
  middle_name: { type: 'text', autocomplete: 'additional-name' },
  name: { type: 'text', autocomplete: 'name' },
  nickname: { type: 'text', autocomplete: 'nickname' },
  phone_number: { type: 'tel', autocomplete: 'tel' },
  picture: { type: 'url', autocomplete: 'photo' },
  preferred_username: { type: 'text', autocomplete: 'nickname' },
  profile: { type: 'url', autocomplete: 'url' },
  website: { type: 'url', autocomplete: 'url' },
  zoneinfo: { type: 'text', autocomplete: 'off' },
}

/** How a page asks for an attribute. */
export function attributeField(name: string, words: Words): Field {
  if (isStandard(name)) return { name, label: words.attributes[name], ...kinds[name] }
  const label = name.replace(/^custom:/, '').replaceAll('_', ' ')
  return { name, label, type: 'text', autocomplete: 'off' }
}

function isStandard(name: string): name is keyof Words['attributes'] {
  return Object.hasOwn(kinds, name)
}
