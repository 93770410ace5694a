import { useLayoutEffect, useReducer, useRef } from 'react'

/**
 * Runs one piece of work at a time: what is asked for while it runs, and before the page shows how it
 * has ended, is not done. What goes through the router is guarded there, by `useOneSubmission`.
 */
export function useOnce(): (work: () => Promise<void>) => void {
  const isUnderWay = useRef(false)
  const [ended, end] = useReducer((count: number) => count + 1, 0)
  // Shown with what the work has set at its end, since React shows both at once.
  useLayoutEffect(() => {
    isUnderWay.current = false
  }, [ended])
  return (work) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    void work().finally(end)
  }
}
