import { useState } from 'react'
import { useRevalidator } from 'react-router-dom'
import { useAnnounce } from '../../ui/announcer.tsx'
import { refusalOf } from '../client/refused.ts'

/** What a person tries: the page says what was refused, and is read anew after a change. */
export function useAttempt() {
  const announce = useAnnounce()
  const { revalidate } = useRevalidator()
  const [busy, setBusy] = useState<string>()
  const [refusal, setRefusal] = useState<string>()

  /** @param name of what is tried, for `busy`. @param work returns what was changed, in words; undefined where nothing was. */
  async function attempt(name: string, work: () => Promise<string | undefined>): Promise<void> {
    if (busy === name) return
    setBusy(name)
    setRefusal(undefined)
    try {
      const done = await work()
      if (done === undefined) return
      await revalidate()
      announce(done)
    } catch (error) {
      setRefusal(errorText(error))
    } finally {
      setBusy(undefined)
    }
  }

  return { attempt, busy, refusal }
}

function errorText(error: unknown): string {
  try {
    return refusalOf(error)
  } catch {
    return String(error)
  }
}

export function Refusal({ children }: { children: string | undefined }) {
  if (children === undefined) return null
  return (
    <div className="alert alert-error" role="alert">
      {children}
    </div>
  )
}
