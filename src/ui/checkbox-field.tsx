interface Props {
  name: string
  label: string
  hint: string
}

export function CheckboxField({ name, label, hint }: Props) {
  return (
    <div className="checkbox-field">
      <input type="checkbox" id={name} name={name} aria-describedby={`${name}-hint`} />
      <label className="amplify-label" htmlFor={name}>
        {label}
      </label>
      <span className="amplify-field__description" id={`${name}-hint`}>
        {hint}
      </span>
    </div>
  )
}
