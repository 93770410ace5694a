import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import type { CodeDelivery } from '../code-delivery.ts'
import { loadAuth } from '../load-auth.ts'
import { tabNotes } from '../session/browser-storage.ts'
import { noteChange } from '../session/current-claims.ts'
import { notifySessionChanged } from '../session/session.ts'

/** What codes can be sent to. */
export type Contact = 'email' | 'phone_number'

/** A code on its way to an address that is to count once it is entered; a reload keeps its place. */
export interface PendingContact {
  sub: string
  contact: Contact
  /** The whole address. AWS has no operation that tells it. */
  value: string
  delivery: CodeDelivery
  sentAtMs: number
}

const key = 'pending-contact'

export function readPendingContact(sub: string, contact: Contact): PendingContact | undefined {
  const pending = JSON.parse(tabNotes.get(key) ?? 'null') as PendingContact | null
  return pending?.sub === sub && pending.contact === contact ? pending : undefined
}

/** The address waits at the pool for good, and counts for nothing. */
export function forgetPendingContact(): void {
  tabNotes.remove(key)
}

/**
 * UpdateUserAttributes. A pool that asks for a proof first goes on with the old address until the code
 * is entered; others have the new one at once, which is not verified yet.
 *
 * @param value an empty one removes it.
 * @returns whether a code is on its way.
 * @throws AliasExistsException, InvalidParameterException, CodeDeliveryFailureException and others
 */
export async function changeContact(
  sub: string,
  contact: Contact,
  value: string,
): Promise<boolean> {
  await loadAuth()
  // First: an answer that gets lost may have been a yes.
  await noteChange()
  const answer = await amplify.updateUserAttributes(userPoolOnly(), {
    userAttributes: { [contact]: value },
  })
  const step = answer[contact].nextStep
  if (step.updateAttributeStep !== 'CONFIRM_ATTRIBUTE_WITH_CODE') {
    forgetPendingContact()
    await renewTokens()
    return false
  }
  note({
    sub,
    contact,
    value,
    delivery: deliveryOf(step.codeDeliveryDetails ?? {}),
    sentAtMs: Date.now(),
  })
  return true
}

/** Sends a code to the address that is there and not verified. */
export async function sendContactCode(sub: string, contact: Contact, value: string): Promise<void> {
  await loadAuth()
  const delivery = await amplify.sendUserAttributeVerificationCode(userPoolOnly(), {
    userAttributeKey: contact,
  })
  note({ sub, contact, value, delivery: deliveryOf(delivery), sentAtMs: Date.now() })
}

/** @throws CodeMismatchException, ExpiredCodeException, AliasExistsException and others */
export async function confirmContact(contact: Contact, code: string): Promise<void> {
  await loadAuth()
  await noteChange()
  await amplify.confirmUserAttribute(userPoolOnly(), {
    userAttributeKey: contact,
    confirmationCode: code,
  })
  forgetPendingContact()
  await renewTokens()
}

function note(pending: PendingContact): void {
  tabNotes.set(key, JSON.stringify(pending))
}

function deliveryOf({
  destination,
  deliveryMedium: medium,
}: {
  destination?: string | undefined
  deliveryMedium?: string | undefined
}): CodeDelivery {
  return { destination, medium }
}

/** The ID token tells of the old address, and pages go by it. */
async function renewTokens(): Promise<void> {
  // The change is made; whatever keeps the tokens from being renewed is met by the next call.
  await amplify.fetchAuthSession(userPoolOnly(), { forceRefresh: true }).catch(() => undefined)
  notifySessionChanged()
}
