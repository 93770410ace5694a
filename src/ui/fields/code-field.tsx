import type { Ref } from 'react'
import { Field } from './field.tsx'
import { words } from '#words/words'

/**
 * One text field, not one box per digit: pasting works (WCAG 3.3.8), and so do codes of any length.
 */
export function CodeField({
  error,
  inputRef,
}: {
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}) {
  return (
    <Field
      name="code"
      label={words.form.code}
      hint={words.form.codeHint}
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
