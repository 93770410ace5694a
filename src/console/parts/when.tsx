import { useState } from 'react'

/** The time of day; the day, too, where it is not today's by the clock of this computer. */
export function When({ at }: { at: string }) {
  const date = new Date(at)
  const { lang } = document.documentElement
  const [today] = useState(() => new Date().toDateString())
  const isToday = date.toDateString() === today
  return (
    <time dateTime={at}>
      {isToday
        ? date.toLocaleTimeString(lang)
        : date.toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'medium' })}
    </time>
  )
}
