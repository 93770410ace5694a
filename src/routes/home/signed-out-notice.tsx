import { useEffect, useState } from 'react'
import { forgetSignOut, readSignOut } from '../../auth/session/sign-out-note.ts'
import { readSession } from '../../auth/session/session.ts'
import { useHydrated } from '../../navigation/use-query.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { homeWords } from '#words/home'

/**
 * Says once that somebody has just signed out. The built HTML has it, hidden, and `public/early.js`
 * lets the style sheet show it before the first paint, so that nothing moves.
 */
export function SignedOutNotice() {
  const isHydrated = useHydrated()
  const announce = useAnnounce()
  // Who went elsewhere at once, and signed in again, is told nothing late.
  const [note] = useState(() => (readSession() === 'signed-out' ? readSignOut() : undefined))
  useEffect(() => {
    forgetSignOut()
    // The header has said it where the page stayed.
    if (note?.domain === 'left') announce(homeWords.signedOut)
    if (note?.domain === 'deleted') announce(homeWords.deleted)
  }, [announce, note])
  if (isHydrated && !note) return null
  return (
    <div className={isHydrated ? undefined : 'if-signing-out'}>
      <div className="alert alert-success notice">
        {note?.domain === 'deleted' ? homeWords.deleted : homeWords.signedOut}{' '}
        {note?.domain === 'unreached' && homeWords.unreached}
      </div>
    </div>
  )
}
