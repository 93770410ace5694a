import type { PoolAttribute } from '../../../auth/attributes/pool-attributes.ts'
import { personalWords as words } from '#words/account-personal'
import type { FormProblem } from '../../auth/form-problems.ts'

/** As people know it; a custom attribute by its own name, in words. */
export function labelOf(name: string): string {
  const labels: Readonly<Record<string, string>> = words.fields
  const known = labels[name]
  if (known !== undefined) return known
  const text = name
    .replace(/^custom:/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a form can tell before it asks the pool, which has the last word. */
export function checkAttribute(attribute: PoolAttribute, value: string): FormProblem[] {
  const message = faultOf(attribute, value)
  return message === undefined ? [] : [{ key: 'attribute-refused', field: attribute.name, message }]
}

function faultOf(attribute: PoolAttribute, value: string): string | undefined {
  const { name, type, isRequired, minLength, maxLength } = attribute
  const label = labelOf(name)
  if (value === '') return isRequired ? words.missing(label) : undefined
  switch (type) {
    case 'Number':
      return isNumberOf(attribute, value) ? undefined : words.notNumber(label)
    case 'DateTime':
      return Number.isNaN(Date.parse(value)) ? words.notDate(label) : undefined
    case 'Boolean':
      return undefined
    case 'String':
      if (value.length > maxLength) return words.tooLong(label, maxLength)
      return value.length < minLength ? words.tooShort(label, minLength) : undefined
  }
}

function isNumberOf({ minValue = -Infinity, maxValue = Infinity }: PoolAttribute, value: string) {
  return /^-?\d+$/.test(value) && Number(value) >= minValue && Number(value) <= maxValue
}

/** Beyond this nobody needs to be told. */
const worthSaying = 256

/** What the schema asks of it, in words. */
export function hintOf(attribute: PoolAttribute): string | undefined {
  const { type, minLength, maxLength, minValue, maxValue } = attribute
  if (type === 'Number') {
    if (minValue !== undefined && maxValue !== undefined) {
      return words.numberBetween(minValue, maxValue)
    }
    if (minValue !== undefined) return words.numberFrom(minValue)
    return maxValue === undefined ? words.wholeNumber : words.numberTo(maxValue)
  }
  if (type !== 'String' || maxLength > worthSaying || isDate(attribute)) return undefined
  return minLength > 0 ? words.between(minLength, maxLength) : words.atMost(maxLength)
}

/** Cognito keeps a date of birth as text of ten characters. */
export function isDate({ name, type }: PoolAttribute): boolean {
  return type === 'DateTime' || name === 'birthdate'
}
