import { Link } from '../../ui/link.tsx'
import { useSession } from '../../auth/session/use-session.ts'
import type { Finding } from '../../doctor/finding.ts'
import { paths } from '../../navigation/paths.ts'
import { diagnosticsWords as words } from '#doctor-words/diagnostics'

/** How to get to know what this run could not tell. */
export function FurtherHints({ findings }: { findings: readonly Finding[] }) {
  const session = useSession()
  if (!findings.some(({ status }) => status === 'unknown')) return null
  return (
    <ul className="outcome-hints">
      {session === 'signed-out' && (
        <li>
          {words.signedOut}{' '}
          <Link className="link" to={paths.signIn({ returnTo: paths.diagnostics() })}>
            {words.signIn}
          </Link>
        </li>
      )}
      <li>{words.terminal}</li>
    </ul>
  )
}
