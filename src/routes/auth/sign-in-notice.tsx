import { signInNotices } from '../../navigation/paths.ts'
import { useQuery } from '../../navigation/use-query.ts'
import { Notice } from '../../ui/notice.tsx'
import { accountWords } from '#words/account'

/** Why somebody was led here. Only our own words: the address says which, never what. */
export function SignInNotice() {
  const asked = useQuery().get('notice')
  const notice = signInNotices.find((name) => name === asked)
  if (!notice) return null
  return (
    <Notice tone={notice === 'session-ended' ? 'info' : 'success'}>
      {accountWords.signIn.notices[notice]}
    </Notice>
  )
}
