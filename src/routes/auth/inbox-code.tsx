import type { RefObject } from 'react'
import type { PendingCode } from '../../auth/pending-code.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { InboxOffer } from '../../ui/inbox-offer.tsx'
import { codeWords } from '#words/codes'

interface Props {
  pending: PendingCode
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
  const kind = pending.purpose === 'sign-up' ? 'SIGN_UP' : 'FORGOT_PASSWORD'
  return <InboxOffer to={pending.email} kind={kind} sentAtMs={pending.sentAtMs} onUse={fill} />
}
