import { useEffect, useEffectEvent, useMemo, useReducer, useState } from 'react'
import { useFetcher } from 'react-router-dom'
import type { Attributes } from '../../../auth/attributes/attributes.ts'
import type { AttributeName } from '../../../auth/attributes/editable-attributes.ts'
import { noteLeftOut, readLeftOut } from '../../../auth/attributes/left-out-attributes.ts'
import { attributesReducer, changesOf } from '../../../profile/attributes.ts'
import { keepAttributesDraft, resumeAttributes } from '../../../profile/attributes-draft.ts'
import type { DraftSlot } from '../../../profile/draft.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { profileWords } from '#words/profile'
import type { AttributesResult, Submission } from '../actions.ts'
import { shownRefusal, type ProfileProblem } from '../shown-problem.ts'

const words = profileWords.account

export type AttributesState = ReturnType<typeof useAttributes>

/**
 * The form over what the user pool keeps: some of the attributes, and of those only what the pool
 * turns out to know.
 *
 * @param slot where a draft is kept.
 */
export function useAttributes(
  { sub, values }: Attributes,
  names: readonly AttributeName[],
  slot: DraftSlot,
) {
  const fetcher = useFetcher<AttributesResult>({ key: 'save-attributes' })
  const announce = useAnnounce()
  const [resumed] = useState(() =>
    resumeAttributes(slot, sub, Object.fromEntries(names.map((name) => [name, values[name]]))),
  )
  const [editing, dispatch] = useReducer(attributesReducer, resumed.editing)
  const [leftOut, setLeftOut] = useState(() => readLeftOut())
  const changes = changesOf(editing)
  const isDirty = Object.keys(changes).length > 0
  const result = fetcher.data

  useEffect(() => keepAttributesDraft(slot, sub, editing), [slot, sub, editing])

  const onResult = useEffectEvent((arrived: AttributesResult) => {
    if (arrived.kind === 'failed') return
    dispatch({ type: 'saved', values: arrived.saved })
    const unkept = arrived.refused.flatMap(({ name, reason }) => (reason === 'value' ? [] : name))
    if (unkept.length > 0) {
      dispatch({ type: 'leftOut', names: unkept })
      leaveOut([...leftOut, ...unkept])
    }
    if (Object.keys(arrived.saved).length > 0) announce(words.saved)
  })
  useEffect(() => {
    if (result) onResult(result)
  }, [result])

  const problems = useMemo<readonly ProfileProblem[]>(() => {
    if (result?.kind === 'failed') return [result.problem]
    return result?.refused.map(shownRefusal) ?? []
  }, [result])

  function leaveOut(next: readonly AttributeName[]) {
    noteLeftOut(next)
    setLeftOut(next)
  }

  return {
    editing,
    dispatch,
    isDirty,
    isResumed: resumed.isResumed && isDirty,
    changedElsewhere: resumed.changedElsewhere.filter((name) => Object.hasOwn(changes, name)),
    shown: names.filter((name) => !leftOut.includes(name)),
    leftOut: names.filter((name) => leftOut.includes(name)),
    askAgain: () => leaveOut([]),
    problems,
    failed: result?.kind === 'failed' ? result.problem : undefined,
    isSaved: result?.kind === 'done' && Object.keys(result.saved).length > 0,
    isBusy: fetcher.state !== 'idle',
    save() {
      const submission: Submission = {
        intent: 'save-attributes',
        changes,
        stored: editing.stored,
      }
      void fetcher.submit(submission, {
        method: 'post',
        encType: 'application/json',
      })
    },
  }
}
