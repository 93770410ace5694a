import { useLayoutEffect, useRef } from 'react'
import { mergeWithElsewhere, type Editing } from '../../../profile/editing.ts'
import { changedFields } from '../../../profile/merge.ts'
import type { FieldName, Profile } from '../../../profile/profile.ts'
import { Button } from '../../../ui/button.tsx'
import { profileWords } from '#words/profile'

const words = profileWords.conflict

interface Props {
  editing: Editing
  isBusy: boolean
  /** The answer to a save takes focus; news from another tab must not, while somebody types. */
  isAnswer: boolean
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Both versions side by side, and the choice. Until it is made nothing is written. */
export function ConflictPanel({ editing, isBusy, isAnswer, onKeepMine, onTakeTheirs }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (isAnswer) heading.current?.focus()
  }, [isAnswer])
  const { merged, mine, theirs, clashes } = mergeWithElsewhere(editing)
  const elsewhere = editing.elsewhere ?? editing.base
  const onlyThere = theirs.filter((name) => !mine.includes(name))
  // What both have changed to the same is nothing to choose about.
  const differing = changedFields(elsewhere.profile, merged)

  return (
    <section id="conflict" className="alert alert-warning profile-conflict" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p>{elsewhere.etag === undefined ? words.deleted : words.explain}</p>
      {differing.map((name) => (
        <div className="profile-versions" key={name}>
          <h3>
            {words.fields[name]}
            {clashes.includes(name) && <span className="profile-clash"> · {words.both}</span>}
          </h3>
          <dl>
            <Version label={words.yours} name={name} profile={merged} />
            <Version label={words.theirs} name={name} profile={elsewhere.profile} />
          </dl>
        </div>
      ))}
      {onlyThere.length > 0 && (
        <p>
          {words.onlyThere} {onlyThere.map((name) => words.fields[name]).join(', ')}
        </p>
      )}
      <div className="profile-actions">
        <Button variation="primary" isBusy={isBusy} onClick={onKeepMine}>
          {words.keepMine}
        </Button>
        <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
      </div>
    </section>
  )
}

function Version({ label, name, profile }: { label: string; name: FieldName; profile: Profile }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{textOf(name, profile) || <em>{words.empty}</em>}</dd>
    </div>
  )
}

function textOf(name: FieldName, profile: Profile): string {
  if (name === 'links') return profile.links.join('\n')
  if (name === 'picture') return profile.picture ? words.pictureThere : ''
  return profile[name]
}
