import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/fields/field.tsx'
import { usersWords } from '#console-words/users'
import type { DescribedUser } from '../pool-user.ts'
import type { SectionProps } from '../user-buttons.tsx'

const words = usersWords.attributesOf

export function Attributes({ user, isBusy, submit }: SectionProps & { user: DescribedUser }) {
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  // Empty is none: Cognito keeps no empty attribute.
  const isGone = name !== '' && value === ''
  return (
    <section className="card console-item" aria-labelledby="attributes">
      <h2 id="attributes">{words.title}</h2>
      <dl className="user-facts">
        {user.UserAttributes.map(({ Name, Value = '' }) => (
          <div key={Name}>
            <dt>{Name}</dt>
            <dd>{Value}</dd>
          </div>
        ))}
      </dl>
      <form
        className="user-inline"
        onSubmit={(event) => {
          event.preventDefault()
          submit(isGone ? { do: 'delete-attribute', name } : { do: 'set-attribute', name, value })
        }}
      >
        <Field
          name="attribute"
          label={words.name}
          value={name}
          onChange={({ target }) => setName(target.value.trim())}
          autoComplete="off"
          required
        />
        <Field
          name="value"
          label={words.value}
          value={value}
          onChange={({ target }) => setValue(target.value)}
          autoComplete="off"
        />
        <Button type="submit" aria-disabled={isBusy}>
          {isGone ? words.delete : words.set}
        </Button>
      </form>
    </section>
  )
}
