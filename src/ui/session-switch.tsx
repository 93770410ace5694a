import type { ReactNode } from 'react'

interface Props {
  session: 'signed-in' | 'signed-out' | 'unknown'
  signedIn: ReactNode
  signedOut: ReactNode
}

/**
 * Shows one of two things. While it is unknown who is there (in the built HTML and during
 * hydration) both are present, and `public/early.js` lets the style sheet hide the wrong one before
 * the first paint; so nobody who is signed in sees a login flash by.
 */
export function SessionSwitch({ session, signedIn, signedOut }: Props) {
  const isUnknown = session === 'unknown'
  return (
    <>
      {session !== 'signed-out' && (
        <div className={isUnknown ? 'if-signed-in' : ''}>{signedIn}</div>
      )}
      {session !== 'signed-in' && (
        <div className={isUnknown ? 'if-signed-out' : ''}>{signedOut}</div>
      )}
    </>
  )
}
