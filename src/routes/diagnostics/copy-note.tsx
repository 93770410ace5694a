import { useEffect, useRef } from 'react'
import { diagnosticsWords as words } from '#doctor-words/diagnostics'

/** What became of the report. */
export function CopyNote({ report }: { report?: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [report])
  if (report === undefined) return <p className="copy-note">{words.copied}</p>
  return (
    <div className="copy-note">
      <label htmlFor="report">{words.notCopied}</label>
      <textarea ref={field} id="report" className="input" rows={12} readOnly value={report} />
    </div>
  )
}
