import type { UserPoolConfig } from '../../../user-pools/config.ts'
import { linkPlaceholder } from '../../../user-pools/triggers/custom-message.ts'
import type { PropertyReader } from '../../property-reader.ts'

type Message = UserPoolConfig['verificationMessage']

/** Where the code goes. */
const placeholder = '{####}'

/** The template's words, or those that Cognito has of its own. */
export function readVerificationMessage(pool: PropertyReader): Message {
  const template = pool.map('VerificationMessageTemplate')
  const isByLink = template?.oneOf('DefaultEmailOption', options) === 'CONFIRM_WITH_LINK'
  const emailByLink = template && withLink(template, 'EmailMessageByLink')
  const subjectByLink = template?.string('EmailSubjectByLink')
  const old = {
    subject: pool.string('EmailVerificationSubject'),
    email: withCode(pool, 'EmailVerificationMessage'),
    sms: withCode(pool, 'SmsVerificationMessage'),
  }
  const email = template && withCode(template, 'EmailMessage')
  const sms = template && withCode(template, 'SmsMessage')
  return {
    emailSubject: template?.string('EmailSubject') ?? old.subject ?? 'Your verification code',
    emailMessage: email ?? old.email ?? `Your confirmation code is ${placeholder}`,
    smsMessage: sms ?? old.sms ?? `Your confirmation code is ${placeholder}`,
    ...(isByLink && {
      byLink: {
        emailSubject: subjectByLink ?? 'Your verification link',
        emailMessage:
          emailByLink ??
          'Please click the link below to verify your email address. {##Verify Email##}',
      },
    }),
  }
}

const options = ['CONFIRM_WITH_CODE', 'CONFIRM_WITH_LINK'] as const

/** AWS's pattern asks for it whether links are sent or not. */
function withLink(reader: PropertyReader, name: string): string | undefined {
  const message = reader.string(name)
  if (message !== undefined && !linkPlaceholder.test(message)) {
    reader.problem(name, 'must have {##Text##} where the link goes.')
  }
  return message
}

export function withCode(reader: PropertyReader, name: string): string | undefined {
  const message = reader.string(name)
  if (message !== undefined && !message.includes(placeholder)) {
    reader.problem(name, `must have ${placeholder} where the code goes.`)
  }
  return message
}
