import { useEffect, useReducer } from 'react'
import type { CheckId, Finding } from '../../doctor/finding.ts'

/** How far a run has come. */
interface RunState {
  findings: ReadonlyMap<CheckId, Finding>
  isDone: boolean
}

/** Begins a run; what it finds comes one by one, and it goes no further than it is asked. */
export type Start = () => AsyncIterable<Finding>

type Event =
  | { kind: 'found'; finding: Finding }
  | { kind: 'ended' }
  /** A fault of the app: what a check is there to find is a finding. */
  | { kind: 'crashed'; fault: unknown }

interface Followed extends RunState {
  /** Which run this is of; another one begins with nothing. */
  start?: Start
  crash?: { fault: unknown }
}

/** Follows a run while somebody watches. Another `start` is another run. */
export function useRun(start: Start): RunState {
  const [followed, dispatch] = useReducer(advance, notStarted)

  useEffect(() => {
    let isWatched = true
    async function follow() {
      for await (const finding of start()) {
        if (!isWatched) return
        dispatch({ start, event: { kind: 'found', finding } })
      }
      if (isWatched) dispatch({ start, event: { kind: 'ended' } })
    }
    follow().catch((fault: unknown) => dispatch({ start, event: { kind: 'crashed', fault } }))
    return () => {
      isWatched = false
    }
  }, [start])

  const state = followed.start === start ? followed : notStarted
  if (state.crash) throw state.crash.fault
  return state
}

const notStarted: Followed = { findings: new Map(), isDone: false }

function advance(followed: Followed, { start, event }: { start: Start; event: Event }): Followed {
  const state = followed.start === start ? followed : { ...notStarted, start }
  switch (event.kind) {
    case 'found': {
      const findings = new Map(state.findings).set(event.finding.check, event.finding)
      return { ...state, findings }
    }
    case 'ended':
      return { ...state, isDone: true }
    case 'crashed':
      return { ...state, crash: { fault: event.fault } }
  }
}
