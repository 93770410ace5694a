import { isObject } from '../core/encoding/is-object.ts'
import type { DeliverMessage } from '../core/ports/message.ts'
import { SesError } from './errors.ts'

/** What SendEmail is asked to send. */
interface Mail {
  /** The address alone. */
  from: string
  to: readonly string[]
  subject: string
  body: string
}

/**
 * Reads a SendEmailRequest: `Content.Simple`, its text rather than its HTML. Templates, MIME and attachments
 * are not here.
 *
 * @throws BadRequestException
 */
export function readMail(input: Record<string, unknown>): Mail {
  const { FromEmailAddress, Destination, Content } = input
  const from = addressIn(FromEmailAddress)
  const to = recipients(Destination)
  const simple = isObject(Content) ? Content['Simple'] : undefined
  if (!isObject(simple)) throw bad('The local AWS sends Content.Simple alone.')
  const parts = isObject(simple['Body']) ? simple['Body'] : {}
  const subject = dataOf(simple['Subject'])
  const body = dataOf(parts['Text']) ?? dataOf(parts['Html'])
  if (from === undefined) throw bad('FromEmailAddress is missing, or no address.')
  if (to.length === 0) throw bad('Destination has nobody in it.')
  if (subject === undefined || body === undefined) throw bad('Subject and Body are needed.')
  return { from, to, subject, body }
}

/** Into the inbox, one message for each who gets it; the first address in the text is its link. */
export function sendMail({ to, subject, body }: Mail, deliver: DeliverMessage): void {
  const [link] = /https?:\/\/[^\s<>"']+/.exec(body) ?? []
  for (const address of to) {
    const message = { to: address, channel: 'EMAIL', kind: 'SES', code: '', subject, body } as const
    deliver({ ...message, ...(link !== undefined && { link }) })
  }
}

function recipients(destination: unknown): string[] {
  if (!isObject(destination)) return []
  return ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap((name) => {
    const list = destination[name]
    if (list === undefined || list === null) return []
    if (!Array.isArray(list)) throw bad(`${name} is no list.`)
    return list.map((each: unknown) => {
      const address = addressIn(each)
      if (address === undefined) throw bad(`${name} has something that is no address.`)
      return address
    })
  })
}

/** `Acme <login@example.com>`, or the address alone. */
function addressIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const address = (/<([^<>]*)>\s*$/.exec(value)?.[1] ?? value).trim()
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : undefined
}

function dataOf(content: unknown): string | undefined {
  const data = isObject(content) ? content['Data'] : undefined
  return typeof data === 'string' && data !== '' ? data : undefined
}

function bad(message: string): SesError {
  return new SesError('BadRequestException', message)
}
