import { useEffect, useEffectEvent, useMemo } from 'react'
import { useFetcher, type SubmitTarget } from 'react-router-dom'
import { checkFields } from '../../../profile/check-fields.ts'
import { editingReducer, type Editing } from '../../../profile/editing.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import type { ShownProblem } from '../../../ui/problem-summary.tsx'
import { profileWords } from '#words/profile'
import type { SaveResult, Submission } from '../actions.ts'
import { shownFieldProblem, type ProfileProblem } from '../shown-problem.ts'
import type { useEditing } from './use-editing.ts'

const none: readonly ShownProblem[] = []

/** Saving the texts: what is sent, what came back, and what of it still stands in the way. */
export function useSaving({ editing, dispatch, settle, isDirty }: ReturnType<typeof useEditing>) {
  const fetcher = useFetcher<SaveResult>({ key: 'save-profile' })
  const announce = useAnnounce()
  const result = fetcher.data

  const onResult = useEffectEvent((arrived: SaveResult) => {
    if (arrived.kind === 'saved') {
      settle({ type: 'saved', submitted: arrived.submitted, version: arrived.version })
      announce(profileWords.details.saved)
    }
    if (arrived.kind === 'conflict') {
      dispatch({ type: 'changedElsewhere', version: arrived.version })
    }
  })
  useEffect(() => {
    if (result) onResult(result)
  }, [result])

  function submit({ base, form }: Editing) {
    const submission: Submission = { intent: 'save-profile', base, form }
    void fetcher.submit(submission as unknown as SubmitTarget, {
      method: 'post',
      encType: 'application/json',
    })
  }

  // Beside its field a problem goes as soon as it is mended.
  const invalid =
    result?.kind === 'invalid' ? checkFields(editing.form).problems.map(shownFieldProblem) : none
  const summary = useMemo<readonly ProfileProblem[]>(() => {
    if (result?.kind === 'invalid') return result.problems
    return result?.kind === 'failed' ? [result.problem] : none
  }, [result])

  return {
    isBusy: fetcher.state !== 'idle',
    /** Whether what the person has to choose about is the answer to a save. */
    isConflict:
      fetcher.state === 'idle' &&
      result?.kind === 'conflict' &&
      result.version.etag === editing.elsewhere?.etag,
    /** Stays until the next try: coming and going while somebody types, it would take the focus. */
    summary,
    failed: result?.kind === 'failed' ? result.problem : undefined,
    messageFor: (field: string) => invalid.find((problem) => problem.field === field)?.message,
    save() {
      // The last of several clicks may come after the answer: what has just been saved is saved.
      const isJustSaved = result?.kind === 'saved' && result.version === editing.base && !isDirty
      if (!isJustSaved) submit(editing)
    },
    keepMine: () => {
      dispatch({ type: 'keptMine' })
      submit(editingReducer(editing, { type: 'keptMine' }))
    },
  }
}
