interface Props {
  /** Also its id. */
  name: string
  label: string
  options: readonly (readonly [value: string, name: string])[]
  /** With `onChange`; without them the form has it. */
  value?: string
  onChange?: (value: string) => void
  /** Where the form has it. */
  defaultValue?: string
}

export function SelectField({ name, label, options, value, onChange, defaultValue }: Props) {
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <select
        className="input"
        id={name}
        name={name}
        {...(value !== undefined && { value })}
        {...(defaultValue !== undefined && { defaultValue })}
        {...(onChange && {
          onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
        })}
      >
        {options.map(([each, said]) => (
          <option key={each} value={each}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
