import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useCountdown } from '../../ui/use-countdown.ts'
import { sessionWords as words } from '#words/session'
import { useLocalTime } from './local-clock.tsx'

/**
 * How long something still works, counting down: by the clock of the local AWS where there is one.
 *
 * @param name of what can be made to end now, there alone.
 */
export function Expiry({ atMs, name }: { atMs: number; name?: string | undefined }) {
  const [fromMs] = useState(() => Date.now())
  const [isMoving, setIsMoving] = useState(false)
  const local = useLocalTime()
  const endsAtMs = atMs - (local?.offsetMs ?? 0)
  const left = useCountdown(fromMs, Math.max(0, Math.ceil((endsAtMs - fromMs) / 1000)))
  async function expire() {
    setIsMoving(true)
    await local?.expire(atMs)
    setIsMoving(false)
  }
  return (
    <>
      <p className="session-expiry" role={local && name !== undefined ? 'status' : undefined}>
        {left === 0 ? words.expired : words.expires(clockOf(left))}
      </p>
      {local && name !== undefined && left > 0 && (
        <Button
          variation="link"
          aria-label={words.expireNowOf(name)}
          isBusy={isMoving}
          onClick={() => void expire()}
        >
          {words.expireNow}
        </Button>
      )}
    </>
  )
}

/** That the local AWS is ahead, and the way back. */
export function ClockAhead() {
  const local = useLocalTime()
  const seconds = Math.round((local?.offsetMs ?? 0) / 1000)
  if (!local || seconds === 0) return null
  const by = clockOf(Math.abs(seconds))
  return (
    <div className="session-clock">
      <p>
        {seconds > 0 ? words.clockAhead(by) : words.clockBehind(by)} {words.clockText}
      </p>
      <Button variation="link" onClick={() => void local.putRight()}>
        {words.putRight}
      </Button>
    </div>
  )
}

/** As 14:05, or 1:00:00. */
function clockOf(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = String(seconds % 60).padStart(2, '0')
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}
