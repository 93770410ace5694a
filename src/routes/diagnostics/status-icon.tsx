import type { FindingStatus } from '../../doctor/finding.ts'

/** A check has a status before it has found anything. */
type ShownStatus = FindingStatus | 'waiting' | 'checking'

/** A shape for each, so that nothing hangs on colour; the words beside it say the same. */
const shapes: Record<ShownStatus, string> = {
  ok: 'M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM6 10.4l2.8 2.8 5.2-5.9',
  wrong: 'M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7ZM7 7l6 6M13 7l-6 6',
  doubtful: 'M10 2 1.5 17.5h17ZM10 8v4.5M10 14.8v.2',
  unknown:
    'M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM7.7 7.6a2.4 2.4 0 1 1 3.4 2.6c-.8.4-1.1.9-1.1 1.8M10 14.2v.2',
  'not-applicable': 'M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM6.5 10h7',
  waiting: 'M5 10v.2M10 10v.2M15 10v.2',
  checking: 'M10 2a8 8 0 1 1-7.4 5',
}

export function StatusIcon({ status }: { status: ShownStatus }) {
  return (
    <svg className="status-icon" data-status={status} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[status]} />
    </svg>
  )
}
