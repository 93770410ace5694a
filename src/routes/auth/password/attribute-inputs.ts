import { ownPasswordWords } from '#words/own-password'

interface AttributeInput {
  label: string
  type: 'text' | 'email' | 'tel' | 'date' | 'url'
  /** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
  autoComplete: string
}

type Standard = keyof typeof ownPasswordWords.attributes

const kinds: Readonly<Record<Standard, Omit<AttributeInput, 'label'>>> = {
  address: { type: 'text', autoComplete: 'street-address' },
  birthdate: { type: 'date', autoComplete: 'bday' },
  email: { type: 'email', autoComplete: 'email' },
  family_name: { type: 'text', autoComplete: 'family-name' },
  gender: { type: 'text', autoComplete: 'sex' },
  given_name: { type: 'text', autoComplete: 'given-name' },
  locale: { type: 'text', autoComplete: 'language' },
  middle_name: { type: 'text', autoComplete: 'additional-name' },
  name: { type: 'text', autoComplete: 'name' },
  nickname: { type: 'text', autoComplete: 'nickname' },
  phone_number: { type: 'tel', autoComplete: 'tel' },
  picture: { type: 'url', autoComplete: 'photo' },
  preferred_username: { type: 'text', autoComplete: 'nickname' },
  profile: { type: 'url', autoComplete: 'url' },
  website: { type: 'url', autoComplete: 'url' },
  zoneinfo: { type: 'text', autoComplete: 'off' },
}

/** How a form asks for an attribute of the pool. */
export function attributeInput(name: string): AttributeInput {
  if (isStandard(name)) return { label: ownPasswordWords.attributes[name], ...kinds[name] }
  const label = name.replace(/^custom:/, '').replaceAll('_', ' ')
  return { label, type: 'text', autoComplete: 'off' }
}

function isStandard(name: string): name is Standard {
  return Object.hasOwn(kinds, name)
}
