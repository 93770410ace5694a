import { useState } from 'react'
import type { Finding } from '../../doctor/finding.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { diagnosticsWords as words } from '#doctor-words/diagnostics'
import { reportOf } from '../../doctor/report/text-for-others.ts'
import type { Start } from './use-run.ts'

interface Note {
  /** To be copied by hand; undefined where it is in the clipboard. */
  report?: string
}

/** To the clipboard, or where the browser keeps that from the page, into a field to copy from. */
export function useCopiedReport(findings: readonly Finding[], start: Start) {
  const announce = useAnnounce()
  const [noted, setNoted] = useState<{ start: Start; note: Note }>()

  async function copy() {
    const report = reportOf(findings, {
      at: new Date(),
      origin: window.location.origin,
      browser: navigator.userAgent,
    })
    try {
      await navigator.clipboard.writeText(report)
      setNoted({ start, note: {} })
      announce(words.copied)
    } catch {
      setNoted({ start, note: { report } })
    }
  }

  // Of an earlier run it says nothing any more.
  return { copy, note: noted?.start === start ? noted.note : undefined }
}
