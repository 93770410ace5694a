/** How the sign-up page asks for an attribute. */
export interface AttributeField {
  label: string
  type: 'text' | 'email' | 'tel' | 'url' | 'date'
  /** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
  autocomplete: string
}

const fields: Readonly<Record<string, AttributeField>> = {
  address: { label: 'Address', type: 'text', autocomplete: 'street-address' },
  birthdate: { label: 'Date of birth', type: 'date', autocomplete: 'bday' },
  email: { label: 'Email', type: 'email', autocomplete: 'email' },
  family_name: { label: 'Family name', type: 'text', autocomplete: 'family-name' },
  gender: { label: 'Gender', type: 'text', autocomplete: 'sex' },
  given_name: { label: 'Given name', type: 'text', autocomplete: 'given-name' },
  locale: { label: 'Locale', type: 'text', autocomplete: 'language' },
  middle_name: { label: 'Middle name', type: 'text', autocomplete: 'additional-name' },
  name: { label: 'Name', type: 'text', autocomplete: 'name' },
  nickname: { label: 'Nickname', type: 'text', autocomplete: 'nickname' },
  phone_number: { label: 'Phone number', type: 'tel', autocomplete: 'tel' },
  picture: { label: 'Address of a picture', type: 'url', autocomplete: 'photo' },
  preferred_username: { label: 'Preferred username', type: 'text', autocomplete: 'nickname' },
  profile: { label: 'Address of your profile', type: 'url', autocomplete: 'url' },
  website: { label: 'Website', type: 'url', autocomplete: 'url' },
  zoneinfo: { label: 'Time zone', type: 'text', autocomplete: 'off' },
}

export function attributeField(name: string): AttributeField {
  const label = name.replace(/^custom:/, '').replaceAll('_', ' ')
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined
  return known ?? { label, type: 'text', autocomplete: 'off' }
}
