import { Field } from './field.tsx'
import { useFilledFrom } from './use-filled-from.ts'
import { words } from '#words/words'

interface Props {
  autoComplete: 'username' | 'email'
  hint?: string
  error?: string | undefined
  /** What to start from, read once hydrated: the built HTML knows nobody's address. */
  remembered?: () => string
}

export function EmailField({ remembered, ...rest }: Props) {
  return (
    <Field
      {...rest}
      name="email"
      label={words.form.email}
      type="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      inputRef={useFilledFrom(remembered)}
    />
  )
}
