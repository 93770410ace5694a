/** A message that AWS would have sent by SES or SNS. */
export interface Message {
  to: string
  channel: 'EMAIL' | 'SMS'
  /** What it is for, e.g. `SIGN_UP`, `FORGOT_PASSWORD`, `ATTRIBUTE_VERIFICATION`. */
  kind: string
  code: string
  /** Of a mail that confirms by link; its `code` is in it. */
  link?: string
  subject: string
  body: string
}

export type DeliverMessage = (message: Message) => void
