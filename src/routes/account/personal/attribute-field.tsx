import type { PoolAttribute } from '../../../auth/attributes/pool-attributes.ts'
import { Field } from '../../../ui/fields/field.tsx'
import { personalWords as words } from '#words/account-personal'
import { hintOf, isDate, labelOf } from './check-attribute.ts'

const autoComplete: Readonly<Record<string, string>> = {
  name: 'name',
  given_name: 'given-name',
  family_name: 'family-name',
  middle_name: 'additional-name',
  nickname: 'nickname',
  preferred_username: 'username',
  website: 'url',
  gender: 'sex',
  birthdate: 'bday',
  address: 'street-address',
  'custom:company': 'organization',
}

interface Props {
  attribute: PoolAttribute
  value: string
  error: string | undefined
}

export function AttributeField({ attribute, value, error }: Props) {
  const { name, type, isRequired } = attribute
  const label = labelOf(name)
  // Whoever changes it elsewhere meanwhile is not overwritten by what stood here.
  const shown = <input type="hidden" name={shownName(name)} value={value} />
  if (type === 'Boolean') {
    return (
      <div className="field">
        {shown}
        <label className="label" htmlFor={name}>
          {label}
        </label>
        <select className="input" id={name} name={name} defaultValue={value}>
          {!isRequired && <option value="">{words.unset}</option>}
          <option value="true">{words.yes}</option>
          <option value="false">{words.no}</option>
        </select>
      </div>
    )
  }
  return (
    <>
      {shown}
      <Field
        name={name}
        label={label}
        hint={hintOf(attribute)}
        error={error}
        type={isDate(attribute) ? 'date' : 'text'}
        {...(type === 'Number' && { inputMode: 'numeric' as const })}
        autoComplete={autoComplete[name] ?? 'off'}
        dir="auto"
        required={isRequired}
        defaultValue={value}
      />
    </>
  )
}

/** Of the field that holds what the page showed. */
export function shownName(name: string): string {
  return `shown ${name}`
}
