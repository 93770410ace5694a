import { useState } from 'react'
import { useCountdown } from '../../ui/use-countdown.ts'
import { sessionWords as words } from '#words/session'

/** How long something still works, counting down. */
export function Expiry({ atMs }: { atMs: number }) {
  const [fromMs] = useState(() => Date.now())
  const left = useCountdown(fromMs, Math.max(0, Math.ceil((atMs - fromMs) / 1000)))
  return <p className="session-expiry">{left === 0 ? words.expired : words.expires(clock(left))}</p>
}

/** As 14:05, or 1:00:00. */
function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = String(seconds % 60).padStart(2, '0')
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}
