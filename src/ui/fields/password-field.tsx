import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Field } from './field.tsx'
import { words } from '#words/words'

interface Props {
  name?: string
  label?: string
  autoComplete: 'current-password' | 'new-password'
  error?: string | undefined
  describedBy?: string | undefined
  /** Called with what is typed, and once with what was typed before the page was alive. */
  onType?: (password: string) => void
  children?: ReactNode
}

export function PasswordField({
  name = 'password',
  label = words.form.password,
  autoComplete,
  error,
  describedBy,
  onType,
}: Props) {
  const [isShown, setIsShown] = useState(false)
  const [announcement, setAnnouncement] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current?.value) onType?.(input.current.value)
  }, [onType])

  function toggle() {
    setIsShown(!isShown)
    setAnnouncement(isShown ? words.form.passwordHidden : words.form.passwordShown)
  }

  return (
    <>
      <Field
        name={name}
        label={label}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        error={error}
        describedBy={describedBy}
        inputRef={input}
        onChange={(event) => onType?.(event.currentTarget.value)}
        addon={
          <button
            type="button"
            className="field-addon"
            aria-controls={name}
            aria-label={isShown ? words.form.hidePassword : words.form.showPassword}
            onClick={toggle}
          >
            {isShown ? words.form.hide : words.form.show}
          </button>
        }
      />
      <span className="visually-hidden" role="status">
        {announcement}
      </span>
    </>
  )
}
