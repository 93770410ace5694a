import { canKeep } from '../../../auth/session/can-keep.ts'
import { paths } from '../../../navigation/paths.ts'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { forgetfulWords as words } from '#words/forgetful'

/** Says what comes of it where this browser keeps no session, or none beyond its tabs. */
export function ForgetfulBrowser() {
  const trouble = troubleOf()
  if (trouble === undefined) return null
  return (
    <Notice tone="info">
      {words[trouble]}{' '}
      <Link className="link" to={paths.diagnostics('storage')}>
        {words.why}
      </Link>
    </Notice>
  )
}

function troubleOf(): 'all' | 'device' | undefined {
  if (!canKeep('sessionStorage')) return 'all'
  return canKeep('localStorage') ? undefined : 'device'
}
