import { TextField } from '@aws-amplify/ui-react'
import type { AttributeName } from '../../../auth/attributes/editable-attributes.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { profileWords } from '#words/profile'
import { SignInAgain } from '../load-problem.tsx'
import { attributeId } from '../shown-problem.ts'
import { profileFormId } from './beside.ts'
import type { AttributesState } from './use-attributes.ts'

const words = profileWords.account

const autoComplete: Readonly<Record<AttributeName, string>> = {
  name: 'name',
  'custom:company': 'organization',
}

interface Props {
  state: AttributesState
  isMain: boolean
  isSavedBeside: boolean
}

/** Where nothing of it is kept by the pool, all that is left is to say so. */
export function AttributesForm({ state, isMain, isSavedBeside }: Props) {
  if (isSavedBeside) {
    return (
      <div className="profile-form">
        <AttributeFields state={state} form={profileFormId} />
        <span className="profile-status" data-dirty={state.isDirty}>
          {state.isDirty ? words.unsavedBeside : state.isSaved && words.saved}
        </span>
      </div>
    )
  }
  return (
    <form
      className="profile-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!state.isBusy) state.save()
      }}
    >
      <AttributeFields state={state} />
      {state.shown.length > 0 && <OwnSave state={state} isMain={isMain} />}
    </form>
  )
}

function AttributeFields({ state, form }: { state: AttributesState; form?: string }) {
  const { editing, dispatch, problems, changedElsewhere, leftOut } = state
  const messageFor = (id: string) => problems.find(({ field }) => field === id)?.message
  return (
    <>
      <ProblemSummary problems={problems}>
        {state.failed && <SignInAgain problem={state.failed} />}
      </ProblemSummary>
      {state.isResumed && <Notice tone="info">{profileWords.details.draft}</Notice>}
      {changedElsewhere.length > 0 && (
        <Notice tone="info">{words.changedElsewhere(labelsOf(changedElsewhere))}</Notice>
      )}
      {state.shown.map((name) => (
        <TextField
          key={name}
          id={attributeId(name)}
          form={form}
          label={words.fields[name].label}
          descriptiveText={words.fields[name].hint}
          autoComplete={autoComplete[name]}
          dir="auto"
          value={editing.typed[name] ?? ''}
          hasError={messageFor(attributeId(name)) !== undefined}
          errorMessage={messageFor(attributeId(name))}
          onChange={({ target }) => dispatch({ type: 'typed', name, value: target.value })}
        />
      ))}
      {leftOut.length > 0 && problems.length === 0 && (
        <div className="profile-actions">
          <span className="profile-hint">{words.leftOut(labelsOf(leftOut))}</span>
          <Button variation="link" onClick={state.askAgain}>
            {words.askAgain}
          </Button>
        </div>
      )}
    </>
  )
}

function OwnSave({ state, isMain }: Pick<Props, 'state' | 'isMain'>) {
  const announce = useAnnounce()
  return (
    <div className="profile-actions">
      <Button type="submit" variation={isMain ? 'primary' : 'plain'} isBusy={state.isBusy}>
        {words.save}
      </Button>
      {state.isDirty && (
        <Button
          variation="link"
          onClick={() => {
            state.dispatch({ type: 'discarded' })
            announce(profileWords.details.discarded)
          }}
        >
          {profileWords.details.discard}
        </Button>
      )}
      <span className="profile-status" data-dirty={state.isDirty}>
        {state.isDirty ? profileWords.details.unsaved : state.isSaved && words.saved}
      </span>
    </div>
  )
}

function labelsOf(names: readonly string[]): string {
  return names.map((name) => words.fields[name as AttributeName].label).join(', ')
}
