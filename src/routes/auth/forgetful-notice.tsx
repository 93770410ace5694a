import { useMemo } from 'react'
import { Link } from 'react-router-dom'
import { canKeep } from '../../auth/session/browser-storage.ts'
import { paths } from '../../navigation/paths.ts'
import { useHydrated } from '../../navigation/use-query.ts'
import { Notice } from '../../ui/notice.tsx'
import { accountWords } from '#words/account'

/** Says so where this browser keeps no session, or none beyond its tabs, before anybody finds out. */
export function ForgetfulNotice() {
  const isHydrated = useHydrated()
  const trouble = useMemo(() => (isHydrated ? troubleOf() : undefined), [isHydrated])
  if (trouble === undefined) return null
  const { forgetful } = accountWords.signIn
  return (
    <Notice tone="info">
      {forgetful[trouble]}{' '}
      <Link className="link" to={paths.diagnostics('storage')}>
        {forgetful.why}
      </Link>
    </Notice>
  )
}

function troubleOf(): 'all' | 'device' | undefined {
  if (!canKeep('sessionStorage')) return 'all'
  return canKeep('localStorage') ? undefined : 'device'
}
