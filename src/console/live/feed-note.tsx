import { frameWords as words } from '#console-words/frame'
import type { FeedState } from './use-feed.ts'

/** Whether what is shown is all there is. */
export function FeedNote({ state }: { state: FeedState }) {
  return (
    <p className="console-state" role="status">
      {words.feed[state]}
    </p>
  )
}
