import type { InputHTMLAttributes, ReactNode, Ref } from 'react'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  /** Also the input's id: names are unique on a page, and the built HTML must equal the hydrated one. */
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Stands beside the input, such as a button that shows a password. */
  addon?: ReactNode
  /** Ids of more text that describes the input. */
  describedBy?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

/** One place that ties label, input, hint and error together. */
export function Field({ label, hint, error, addon, describedBy, inputRef, ...input }: Props) {
  const { name } = input
  const descriptions = [hint && `${name}-hint`, error && `${name}-error`, describedBy].filter(
    Boolean,
  )
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${name}-error`}>
          {error}
        </span>
      )}
      <span className="field-control">
        <input
          {...input}
          ref={inputRef}
          id={name}
          className={`input ${error ? 'input-error' : ''}`.trimEnd()}
          aria-invalid={error ? true : undefined}
          aria-describedby={descriptions.join(' ') || undefined}
        />
        {addon}
      </span>
    </div>
  )
}
