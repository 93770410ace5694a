import type { Ref } from 'react'
import { Field } from './field.tsx'
import { codeWords } from '#words/codes'

/**
 * One text field, not one box per digit: pasting works (WCAG 3.3.8), and so do codes of any length.
 */
export function CodeField({
  hint = codeWords.field.hint,
  error,
  inputRef,
}: {
  hint?: string
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}) {
  return (
    <Field
      name="code"
      label={codeWords.field.label}
      hint={hint}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      error={error}
      {...(inputRef && { inputRef })}
    />
  )
}
