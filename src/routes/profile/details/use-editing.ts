import { useEffect, useReducer, useRef, useState } from 'react'
import { keepDraft, resumeEditing } from '../../../profile/draft.ts'
import {
  editingReducer,
  isDirty,
  type EditingEvent,
  type Version,
} from '../../../profile/editing.ts'
import { profileDraft, seenProfile } from '../tab-keeps.ts'
import { openProfileChannel, type ProfileChannel } from '../profile-channel.ts'

/** The form's state, kept as a draft and in step with the other tabs. */
export function useEditing(owner: string, current: Version) {
  const [editing, dispatch] = useReducer(editingReducer, current, () =>
    resumeEditing(profileDraft, owner, current),
  )
  const [isResumed] = useState(() => isDirty(editing))
  const [isUpdated, setIsUpdated] = useState(false)
  const channel = useRef<ProfileChannel>(undefined)

  useEffect(() => keepDraft(profileDraft, owner, editing), [owner, editing])

  useEffect(() => {
    const opened = openProfileChannel(owner, (version) => {
      dispatch({ type: 'changedElsewhere', version })
      setIsUpdated(true)
    })
    channel.current = opened
    return () => opened.close()
  }, [owner])

  // The page was loaded again, by "Try again" or by coming back to it.
  useEffect(() => dispatch({ type: 'changedElsewhere', version: current }), [current])

  function settle(event: EditingEvent & { type: 'saved' | 'savedPicture' }) {
    dispatch(event)
    seenProfile.set(owner)
    setIsUpdated(false)
    channel.current?.tell(event.version)
  }

  return { editing, dispatch, settle, isResumed, isUpdated, isDirty: isDirty(editing) }
}
