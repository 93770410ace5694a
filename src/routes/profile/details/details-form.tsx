import { Card, TextAreaField, TextField } from '@aws-amplify/ui-react'
import { countCharacters, limits } from '../../../profile/profile.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { profileWords } from '#words/profile'
import { CardHeading } from '../card-heading.tsx'
import { LinkFields } from './link-fields.tsx'
import { SignInAgain } from '../load-problem.tsx'
import type { useEditing } from './use-editing.ts'
import type { useSaving } from './use-saving.ts'

const words = profileWords.details

interface Props {
  state: ReturnType<typeof useEditing>
  saving: ReturnType<typeof useSaving>
  identityId: string | undefined
}

export function DetailsForm({ state, saving, identityId }: Props) {
  const { editing, dispatch, isDirty } = state
  const { form } = editing
  const announce = useAnnounce()
  const nameProblem = saving.messageFor('displayName')
  const bioProblem = saving.messageFor('bio')

  return (
    <Card as="section" className="profile-card" aria-labelledby="details-heading">
      <CardHeading
        id="details-heading"
        where={profileWords.where.bucket}
        hint={profileWords.where.bucketHint}
        code={`users/${identityId ?? '…'}/profile.json`}
      >
        {words.heading}
      </CardHeading>
      <form
        className="profile-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!saving.isBusy) saving.save()
        }}
      >
        <ProblemSummary problems={saving.summary}>
          {saving.failed && <SignInAgain problem={saving.failed} />}
        </ProblemSummary>
        <TextField
          id="displayName"
          label={words.displayName}
          descriptiveText={words.displayNameHint}
          autoComplete="nickname"
          dir="auto"
          value={form.displayName}
          hasError={nameProblem !== undefined}
          errorMessage={nameProblem}
          onChange={({ target }) =>
            dispatch({ type: 'typed', fields: { displayName: target.value } })
          }
        />
        <div>
          <TextAreaField
            id="bio"
            label={words.bio}
            descriptiveText={words.bioHint(limits.bioCharacters)}
            rows={5}
            dir="auto"
            value={form.bio}
            hasError={bioProblem !== undefined}
            errorMessage={bioProblem}
            onChange={({ target }) => dispatch({ type: 'typed', fields: { bio: target.value } })}
          />
          <Count count={countCharacters(form.bio)} />
        </div>
        <LinkFields
          links={form.links}
          messageFor={saving.messageFor}
          onChange={(links) => dispatch({ type: 'typed', fields: { links } })}
        />
        <div className="profile-actions profile-save">
          <Button type="submit" variation="primary" isBusy={saving.isBusy}>
            {words.save}
          </Button>
          <Button
            variation="link"
            aria-disabled={!isDirty || undefined}
            onClick={() => {
              dispatch({ type: 'discarded' })
              announce(words.discarded)
            }}
          >
            {words.discard}
          </Button>
          <span className="profile-status" data-dirty={isDirty}>
            {statusOf(state)}
          </span>
        </div>
      </form>
    </Card>
  )
}

function statusOf({ editing, isDirty }: Props['state']): string | undefined {
  if (editing.elsewhere) return words.changedElsewhere
  if (isDirty) return words.unsaved
  return editing.base.etag === undefined ? undefined : words.allSaved
}

/** For the eye; a screen reader hears the limit with the field, and the problem if there is one. */
function Count({ count }: { count: number }) {
  return (
    <span className="profile-count" data-over={count > limits.bioCharacters} aria-hidden="true">
      {words.count(count, limits.bioCharacters)}
    </span>
  )
}
