import { itemsOf, type ParameterDeclaration } from './parameter-declaration.ts'
import { Fault } from '../template-error.ts'

/** @throws Fault at the declaration, for the value may come from outside the file. */
export function checkParameterValue(declaration: ParameterDeclaration, text: string): void {
  const { name, at, type, noEcho, allowedValues, constraintDescription } = declaration
  // A list's constraints hold for each of its items.
  const values = type === 'CommaDelimitedList' ? itemsOf(text) : [text]
  for (const value of values) {
    const breach = breachOf(declaration, value)
    if (breach === undefined) continue
    const shown = noEcho ? 'its value' : JSON.stringify(value)
    const allowed = allowedValues && !noEcho ? ` It may be ${allowedValues.join(', ')}.` : ''
    const reason = constraintDescription ?? `${breach}.${allowed}`
    throw new Fault(at, `The parameter ${name} cannot be ${shown}: ${reason}`)
  }
}

function breachOf(declaration: ParameterDeclaration, value: string): string | undefined {
  const { type, allowedValues, allowedPattern, minLength, maxLength } = declaration
  if (allowedValues && !allowedValues.includes(value)) return 'that is not an allowed value'
  if (allowedPattern?.test(value) === false) {
    return `it does not match ${allowedPattern.source}`
  }
  if (minLength !== undefined && value.length < minLength) return `it is shorter than ${minLength}`
  if (maxLength !== undefined && value.length > maxLength) return `it is longer than ${maxLength}`
  return type === 'Number' ? numberBreachOf(declaration, value) : undefined
}

function numberBreachOf(declaration: ParameterDeclaration, value: string): string | undefined {
  const { minValue = -Infinity, maxValue = Infinity } = declaration
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return 'it is not a number'
  if (number < minValue) return `it is less than ${minValue}`
  return number > maxValue ? `it is more than ${maxValue}` : undefined
}
