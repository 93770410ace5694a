import { readPendingContact, type Contact } from '../../../auth/account/contact.ts'
import type { Personal } from '../../../auth/account/personal.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { personalWords as words } from '#words/account-personal'
import { Row } from '../parts/section.tsx'

export const contactPaths = {
  email: accountPaths.email,
  phone_number: accountPaths.phone,
} as const satisfies Record<Contact, () => string>

/** An address of a person, and how far it counts. */
export function ContactRow({ held, contact }: { held: Personal; contact: Contact }) {
  const { me, values, attributes } = held
  const value = values[contact] ?? ''
  const pending = readPendingContact(me.sub, contact)
  const isVerified = values[`${contact}_verified`] === 'true'
  const { title, text } = words.contact[contact]
  const attribute = attributes.find(({ name }) => name === contact)
  const isWritable = attribute?.isWritable === true
  const isOfProvider = contact === 'email' && me.provider !== undefined
  return (
    <Row
      title={title}
      state={stateOf(value, isVerified, attribute?.sendsCode === true)}
      isGood={value !== '' && isVerified}
      mark={pending && words.waiting}
      text={
        <>
          {value || (contact === 'email' || attribute?.sendsCode === true ? text : words.noCode)}
          {pending && pending.value !== value && ` · ${words.waitingText(pending.value)}`}
        </>
      }
    >
      {isWritable && !isOfProvider && (
        <Link
          className={buttonClass()}
          to={contactPaths[contact]()}
          aria-label={`${labelOf(pending !== undefined, value)}: ${title}`}
        >
          {labelOf(pending !== undefined, value)}
        </Link>
      )}
    </Row>
  )
}

/** Where nothing could be proved, nothing is missing. */
export function stateOf(value: string, isVerified: boolean, sendsCode: boolean) {
  if (value === '') return words.none
  if (isVerified) return words.verified
  return sendsCode ? words.unverified : undefined
}

function labelOf(isPending: boolean, value: string): string {
  if (isPending) return words.enterCode
  return value === '' ? words.add : words.change
}
