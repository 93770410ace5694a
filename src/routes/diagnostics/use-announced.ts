import { useEffect, useEffectEvent } from 'react'
import type { Finding } from '../../doctor/finding.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { diagnosticsWords as words } from '#doctor-words/diagnostics'
import { outcomeWords } from '../../doctor/report/outcome.ts'

/** Beginning and end are said; what comes between is read by whoever wants to. */
export function useAnnounced(findings: readonly Finding[], isDone: boolean): void {
  const announce = useAnnounce()
  const onChange = useEffectEvent((hasEnded: boolean) => {
    announce(hasEnded ? `${outcomeWords(findings)}.` : words.started)
  })
  useEffect(() => onChange(isDone), [isDone])
}
