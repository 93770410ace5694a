import type { RefObject } from 'react'
import { useAnnounce } from '../../ui/announcer.tsx'
import { InboxOffer } from '../../ui/inbox-offer.tsx'
import { codeWords } from '#words/codes'

/** As the local AWS names them. */
const kinds = {
  'sign-up': 'SIGN_UP',
  'reset-password': 'FORGOT_PASSWORD',
  'sign-in': 'SIGN_IN',
} as const

interface Props {
  pending: { purpose: keyof typeof kinds; email: string; sentAtMs: number }
  fieldRef: RefObject<HTMLInputElement | null>
}

/** Fills the code in and leaves focus in its field, so that Enter goes on. */
export function InboxCode({ pending, fieldRef }: Props) {
  const announce = useAnnounce()
  function fill(code: string) {
    if (!fieldRef.current) return
    fieldRef.current.value = code
    fieldRef.current.focus()
    announce(codeWords.inbox.used)
  }
  const { purpose, email, sentAtMs } = pending
  return <InboxOffer to={email} kind={kinds[purpose]} sentAtMs={sentAtMs} onUse={fill} />
}
