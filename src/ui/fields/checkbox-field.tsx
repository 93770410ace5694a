interface Props {
  name: string
  label: string
  hint: string
  /** Id of the form that it belongs to, where it stands outside of it. */
  form?: string
}

export function CheckboxField({ name, label, hint, form }: Props) {
  return (
    <div className="checkbox-field">
      <input type="checkbox" id={name} name={name} form={form} aria-describedby={`${name}-hint`} />
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
    </div>
  )
}
