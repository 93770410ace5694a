import { Card, TextAreaField, TextField } from '@aws-amplify/ui-react'
import { countCharacters, limits } from '../../../profile/profile.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { profileWords } from '#words/profile'
import { profileFormId, type Beside } from '../account/beside.ts'
import { CardHeading } from '../card-heading.tsx'
import { LinkFields } from './link-fields.tsx'
import { SignInAgain } from '../load-problem.tsx'
import type { useEditing } from './use-editing.ts'
import type { useSaving } from './use-saving.ts'

const words = profileWords.details

interface Props {
  state: ReturnType<typeof useEditing>
  saving: ReturnType<typeof useSaving>
  account: Beside
  identityId: string | undefined
}

export function DetailsForm({ state, saving, account, identityId }: Props) {
  const { editing, dispatch } = state
  const isDirty = state.isDirty || account.isDirty
  const isBusy = saving.isBusy || account.isBusy
  const { form } = editing
  const announce = useAnnounce()
  const nameProblem = saving.messageFor('displayName')
  const bioProblem = saving.messageFor('bio')

  /** One button for both places; what has not changed in one of them stays as it is there. */
  function save() {
    if (account.isDirty) account.save()
    const isNew = editing.base.etag === undefined
    if (state.isDirty || isNew || !account.isDirty) saving.save()
  }

  return (
    <Card as="section" className="profile-card" aria-labelledby="details-heading">
      <CardHeading
        id="details-heading"
        where={profileWords.where.bucket}
        whereHint={profileWords.where.bucketHint}
        code={`users/${identityId ?? '…'}/profile.json`}
      >
        {words.heading}
      </CardHeading>
      <form
        id={profileFormId}
        className="profile-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) save()
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
          <Button type="submit" variation="primary" isBusy={isBusy}>
            {words.save}
          </Button>
          <Button
            variation="link"
            aria-disabled={!isDirty || undefined}
            onClick={() => {
              dispatch({ type: 'discarded' })
              account.discard()
              announce(words.discarded)
            }}
          >
            {words.discard}
          </Button>
          <span className="profile-status" data-dirty={isDirty}>
            {statusOf(editing, isDirty)}
          </span>
        </div>
      </form>
    </Card>
  )
}

function statusOf(editing: Props['state']['editing'], isDirty: boolean): string | undefined {
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
