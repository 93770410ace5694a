import { useEffect, useState } from 'react'

/** A time that goes on, from what it was when it was read. For whoever hears it, it is read once. */
export function TickingTime({ from }: { from: string }) {
  const [ms, setMs] = useState(() => Date.parse(from))
  useEffect(() => {
    const startedMs = performance.now()
    const timer = setInterval(() => setMs(Date.parse(from) + performance.now() - startedMs), 1000)
    return () => clearInterval(timer)
  }, [from])
  const date = new Date(ms)
  const { lang } = document.documentElement
  return (
    <time dateTime={date.toISOString()}>
      {date.toLocaleString(lang, { dateStyle: 'full', timeStyle: 'medium' })}
    </time>
  )
}
