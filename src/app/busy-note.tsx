import { useSyncExternalStore } from 'react'
import { isWaiting, subscribeWaiting } from '../retry/waiting.ts'
import { words } from '#words/words'

/** Says what takes so long while AWS is too busy. It lies over the page, so that nothing moves. */
export function BusyNote() {
  const isBusy = useSyncExternalStore(subscribeWaiting, isWaiting, () => false)
  return (
    <p className="busy-note" role="status">
      {isBusy && words.busy}
    </p>
  )
}
