import { useEffect, type ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { canKeep } from '../../../auth/session/can-keep.ts'
import { paths } from '../../../navigation/paths.ts'
import { useEnvironment } from '../../../ui/environment.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { forgetfulWords as words } from '#words/forgetful'

/** What few people have to know before they sign in: it comes after the first paint. */
export function ForgetfulBrowser(): ReactNode {
  const { examples } = useEnvironment()
  const { pathname } = useLocation()
  return (
    <>
      <Forgetfulness />
      {examples?.includes('MIGRATION') && pathname.endsWith(paths.signIn()) && <PasswordIsSent />}
    </>
  )
}

/** Beside the form stands that it sends none, which does not hold while people are brought over. */
function PasswordIsSent() {
  useEffect(() => {
    const fact = document.querySelector<HTMLElement>('.auth-fact')
    if (fact) fact.hidden = true
    return () => {
      if (fact) fact.hidden = false
    }
  }, [])
  return <p className="options-note">{words.sent}</p>
}

/** Says what comes of it where this browser keeps no session, or none beyond its tabs. */
function Forgetfulness() {
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
