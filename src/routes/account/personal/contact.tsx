import { data, redirect } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import {
  changeContact,
  confirmContact,
  forgetPendingContact,
  readPendingContact,
  sendContactCode,
  type Contact,
} from '../../../auth/account/contact.ts'
import { readPersonal } from '../../../auth/account/personal.ts'
import { readFactors } from '../../../auth/account/security.ts'
import { parseCode } from '../../../auth/code-delivery.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { personalWords as words } from '#words/account-personal'
import { checkCode, textOf } from '../../auth/check-form.ts'
import { explainError } from '../../auth/explain-error.ts'
import type { FormProblem } from '../../auth/form-problems.ts'
import { done, refuse, refuseOrLeave, requireFreshProof, type Task } from '../task.ts'
import { ContactPage, type ContactState } from './contact-page.tsx'

/** `/account/personal/email` and `/account/personal/phone`: a new one counts when its code is entered. */
export function contactTask(contact: Contact): Task {
  return {
    load: (args) => load(contact, args),
    act: (args) => act(contact, args),
  }
}

async function load(contact: Contact, { request }: LoaderFunctionArgs) {
  const { me, values, attributes } = await readPersonal()
  const attribute = attributes.find(({ name }) => name === contact)
  const pending = readPendingContact(me.sub, contact)
  const isOfProvider = contact === 'email' && me.provider !== undefined
  const canChange = attribute?.isWritable === true && !isOfProvider
  // Before anything is typed, which the way to the proof would lose.
  if (canChange && !pending && !me.isFresh) {
    const { pathname } = new URL(request.url)
    throw redirect(accountPaths.prove({ returnTo: pathname }))
  }
  const isSecondStep =
    contact === 'phone_number' && (await readFactors()).secondFactors.on.includes('SMS')
  const state: ContactState = {
    contact,
    value: values[contact] ?? '',
    isVerified: values[`${contact}_verified`] === 'true',
    provider: isOfProvider ? me.provider : undefined,
    canChange,
    sendsCode: attribute?.sendsCode === true,
    removal: attribute?.isRequired === true || contact === 'email' ? 'never' : 'allowed',
    pending,
  }
  return <ContactPage state={isSecondStep ? { ...state, removal: 'second-step' } : state} />
}

async function act(contact: Contact, { request }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = form.get('intent')
  try {
    switch (intent) {
      case 'cancel':
        forgetPendingContact()
        return redirect(accountPaths.personal())
      case 'confirm':
        return await confirm(contact, parseCode(textOf(form, 'code')))
      case 'resend':
        return await resend(contact)
      case 'remove': {
        const { sub } = await requireFreshProof(request)
        await changeContact(sub, contact, '')
        return await done('contact-removed')
      }
      default:
        return await change(contact, valueOf(contact, textOf(form, 'address')), request)
    }
  } catch (error) {
    if (error instanceof Response) throw error
    return refuseOrLeave(error, intent === 'confirm' ? 'confirmContact' : 'contact', request)
  }
}

async function change(contact: Contact, value: string, request: Request) {
  const slips = checkAddress(contact, value)
  if (slips.length > 0) return refuse(...slips)
  const { sub } = await requireFreshProof(request)
  if (await changeContact(sub, contact, value)) return null
  return done('contact-saved')
}

async function confirm(contact: Contact, code: string) {
  const slips = checkCode(code)
  if (slips.length > 0) return refuse(...slips)
  await confirmContact(contact, code)
  return done(contact === 'email' ? 'email-changed' : 'phone-changed')
}

/** To the address that waits, as if it were given once more, or to the one that is there. */
async function resend(contact: Contact) {
  const { me, values } = await readPersonal()
  const live = values[contact] ?? ''
  const value = readPendingContact(me.sub, contact)?.value ?? live
  try {
    if (value === live) await sendContactCode(me.sub, contact, value)
    else await changeContact(me.sub, contact, value)
  } catch (error) {
    return data({ problems: [explainError(error, 'contact')] }, { status: 400 })
  }
  return { problems: [], sent: words.resent(value) }
}

/** People write numbers in groups, and some with zeros for the plus. */
function valueOf(contact: Contact, typed: string): string {
  if (contact === 'email') return typed.trim()
  return typed.replace(/[\s()/.-]/g, '').replace(/^00/, '+')
}

const forms: Readonly<Record<Contact, RegExp>> = {
  email: /^\S+@\S+\.\S+$/,
  phone_number: /^\+[1-9]\d{6,14}$/,
}

function checkAddress(contact: Contact, value: string): FormProblem[] {
  const { missing, malformed } = words.contact[contact]
  if (forms[contact].test(value)) return []
  const message = value === '' ? missing : malformed
  return [{ key: 'address-refused', field: 'address', message }]
}
