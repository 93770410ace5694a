import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../parts/select-field.tsx'
import { usersWords } from '#console-words/users'
import type { ReadUser } from '../read-user.ts'
import type { SectionProps } from '../user-buttons.tsx'

const words = usersWords.groups

type Props = SectionProps & Pick<ReadUser, 'groups' | 'allGroups'>

export function Groups({ groups, allGroups, isBusy, submit }: Props) {
  const others = allGroups.filter((each) => !groups.includes(each))
  const [chosen, setChosen] = useState('')
  const group = others.includes(chosen) ? chosen : others[0]
  return (
    <section className="card console-item" aria-labelledby="groups">
      <h2 id="groups">{words.title}</h2>
      {groups.length === 0 && <p className="console-soft">{words.none}</p>}
      <ul className="user-list">
        {groups.map((each) => (
          <li key={each} className="console-row">
            <bdi>{each}</bdi>
            <Button
              variation="link"
              aria-disabled={isBusy}
              aria-label={words.removeOf(each)}
              onClick={() => submit({ do: 'remove-group', group: each })}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {group !== undefined && (
        <form
          className="user-inline"
          onSubmit={(event) => {
            event.preventDefault()
            submit({ do: 'add-group', group })
          }}
        >
          <SelectField
            name="group"
            label={words.group}
            value={group}
            onChange={setChosen}
            options={others.map((each) => [each, each])}
          />
          <Button type="submit" aria-disabled={isBusy}>
            {words.add}
          </Button>
        </form>
      )}
    </section>
  )
}
