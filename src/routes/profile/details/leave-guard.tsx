import { useEffect, useLayoutEffect, useRef } from 'react'
import { useBlocker } from 'react-router-dom'
import { paths } from '../../../navigation/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { profileWords } from '#words/profile'

const words = profileWords.leave
const keeping = [paths.signIn(), paths.diagnostics()]

/** Asks before unsaved changes are left behind; not on the way to sign in again or to the doctor, which keeps them. */
export function LeaveGuard({ isActive, onLeave }: { isActive: boolean; onLeave: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Right from the moment that "saved" can be read, not from some time after.
  const isUnsaved = useRef(isActive)
  useLayoutEffect(() => {
    isUnsaved.current = isActive
  }, [isActive])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved.current &&
      nextLocation.pathname !== currentLocation.pathname &&
      !keeping.includes(nextLocation.pathname),
  )
  const isBlocked = blocker.state === 'blocked'
  // The router takes one answer, and the dialog is there until React has rendered without it.
  const isAnswered = useRef(false)

  useEffect(() => {
    isAnswered.current = false
    if (isBlocked) dialog.current?.showModal()
  }, [isBlocked])

  useEffect(() => {
    if (!isActive) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isActive])

  if (blocker.state !== 'blocked') return null

  function answer(go: () => void) {
    if (isAnswered.current) return
    isAnswered.current = true
    go()
  }

  return (
    <dialog
      ref={dialog}
      className="profile-dialog"
      aria-labelledby="leave-heading"
      onClose={() => answer(blocker.reset)}
    >
      <h2 id="leave-heading">{words.heading}</h2>
      <p>{words.text}</p>
      <div className="profile-actions">
        <Button variation="primary" onClick={() => answer(blocker.reset)}>
          {words.stay}
        </Button>
        <Button
          onClick={() =>
            answer(() => {
              onLeave()
              blocker.proceed()
            })
          }
        >
          {words.leave}
        </Button>
      </div>
    </dialog>
  )
}
