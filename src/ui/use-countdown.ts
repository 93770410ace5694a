import { useEffect, useState } from 'react'

/** Whole seconds left of `seconds` since `fromMs`, counting down; 0 from then on. */
export function useCountdown(fromMs: number, seconds: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  const untilMs = fromMs + seconds * 1000
  const isOver = nowMs >= untilMs
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isOver, untilMs])
  // `nowMs` stands still between two countdowns, hence the upper bound.
  return Math.min(seconds, Math.max(0, Math.ceil((untilMs - nowMs) / 1000)))
}
