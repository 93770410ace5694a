/** As `GET /_local/messages` lists it. */
export interface Message {
  id: string
  to: string
  channel: 'EMAIL' | 'SMS'
  kind: string
  code: string
  /** Of a pool that confirms by link. */
  link?: string
  subject: string
  body: string
  sentAt: string
}

/** Cognito sends mail as HTML; most of it has no markup, and reads as text. */
export function isHtml({ channel, body }: Message): boolean {
  return channel === 'EMAIL' && /<\/?[a-z][^>]*>/i.test(body)
}

/** Whether a message says what somebody looks for, wherever it does. */
export function matches({ to, subject, body, code }: Message, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [to, subject, body, code].some((each) => each.toLowerCase().includes(wanted))
}
