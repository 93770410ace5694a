import { createContext, use, useCallback, useState } from 'react'
import type { ReactNode } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => undefined)

/** One live region for the whole app, there from the start, as screen readers want it (WCAG 4.1.3). */
export function Announcer({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  // The same words twice are no change to the region, and would stay silent.
  const announce = useCallback((next: string) => {
    setText((last) => (last === next ? `${next}\u00a0` : next))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite" id="announcer">
        {text}
      </div>
    </AnnounceContext>
  )
}

/** Says something to screen readers without moving focus. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext)
}
