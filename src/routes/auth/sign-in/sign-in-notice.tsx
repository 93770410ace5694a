import { signInNotices } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Notice } from '../../../ui/notice.tsx'
import { accountWords } from '#words/account'

const informing: ReadonlySet<string> = new Set(['session-ended', 'sign-in-again'])

/** Why somebody was led here. Only our own words: the address says which, never what. */
export function SignInNotice() {
  const asked = useQuery().get('notice')
  const notice = signInNotices.find((name) => name === asked)
  if (!notice) return null
  return (
    <Notice tone={informing.has(notice) ? 'info' : 'success'}>
      {accountWords.signIn.notices[notice]}
    </Notice>
  )
}
