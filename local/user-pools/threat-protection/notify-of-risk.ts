import type { NotifyEmailType } from '@aws-sdk/client-cognito-identity-provider'
import { html } from '../../http/html.ts'
import { deliverOrLog } from '../codes/send-codes.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { senderCall } from '../triggers/custom-sender.ts'
import { signInNameOf } from '../users/username.ts'
import type { AuthEvent } from './model.ts'
import { feedbackLinks } from './events/feedback-links.ts'
import { riskSettingsFor } from './settings/risk-settings.ts'

type Occasion = 'BlockEmail' | 'MfaEmail' | 'NoActionEmail'

const occasions: Readonly<Record<AuthEvent['decision'], Occasion>> = {
  Block: 'BlockEmail',
  AccountTakeover: 'MfaEmail',
  NoRisk: 'NoActionEmail',
}

const subjects: Readonly<Record<Occasion, string>> = {
  BlockEmail: 'A sign-in to your account was blocked',
  MfaEmail: 'A sign-in to your account was asked for a second factor',
  NoActionEmail: 'A new sign-in to your account',
}

/** Ours: AWS's own are not published. */
const defaultText = [
  'When: {login-time}',
  'With: {device-name}',
  'From: {ip-address}, {city}, {country}',
  '',
  'It was me: {one-click-link-valid}',
  'It was not me: {one-click-link-invalid}',
].join('\n')

/**
 * Tells somebody by mail of a sign-in that was found risky, in the words of the configuration. The
 * address need not be verified. Nobody is told where the configuration names no sender, or the user has
 * no address.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html
 */
export function notifyOfRisk(
  ctx: OperationContext,
  { pool, client, user }: ClientOfPool & { user: UserRecord },
  event: AuthEvent,
): void {
  const settings = riskSettingsFor(ctx.store, pool, client.id)
  const { NotifyConfiguration: notification, Actions: actions } =
    settings.AccountTakeoverRiskConfiguration ?? {}
  const to = user.attributes['email']
  if (!notification || to === undefined) return
  const occasion = occasions[event.decision]
  const action = (event.level && actions?.[`${event.level}Action`]?.EventAction) ?? 'NO_ACTION'
  const values = {
    username: signInNameOf(pool, user),
    'ip-address': event.context.ipAddress,
    city: event.context.place?.city ?? 'unknown',
    country: event.context.place?.country ?? 'unknown',
    'login-time': new Date(event.createdAtMs).toUTCString(),
    'device-name': event.context.deviceName,
    'event-id': event.id,
    'feedback-token': event.feedbackToken ?? '',
    ...feedbackLinks(ctx, { pool, client, user }, event),
  }
  const bySender = senderCall(
    pool,
    'EMAIL',
    { source: 'AccountTakeOverNotification', clientId: client.id },
    user,
    { code: null, userAttributes: { ...forSender(values), ACCOUNT_TAKE_OVER_ACTION: action } },
  )
  if (bySender) {
    deliverOrLog(ctx, bySender)
    return
  }
  const { subject, body } = wordsOf(notification[occasion], occasion, values)
  deliverOrLog(ctx, { to, channel: 'EMAIL', kind: 'RISK_NOTIFICATION', code: '', subject, body })
}

/** What a function that sends mail is told, by the names that AWS's event has. */
function forSender(values: Readonly<Record<string, string>>): Record<string, string> {
  const names = {
    EVENT_ID: 'event-id',
    USER_NAME: 'username',
    IP_ADDRESS: 'ip-address',
    ONE_CLICK_LINK_VALID: 'one-click-link-valid',
    ONE_CLICK_LINK_INVALID: 'one-click-link-invalid',
    LOGIN_TIME: 'login-time',
    FEEDBACK_TOKEN: 'feedback-token',
    CITY: 'city',
    COUNTRY: 'country',
    DEVICE_NAME: 'device-name',
  }
  return Object.fromEntries(Object.entries(names).map(([name, key]) => [name, values[key] ?? '']))
}

/** Of a mail in both forms the inbox has the plain one. */
function wordsOf(
  email: NotifyEmailType | undefined,
  occasion: Occasion,
  values: Readonly<Record<string, string>>,
): { subject: string; body: string } {
  const subject = email?.Subject ?? subjects[occasion]
  const { TextBody, HtmlBody } = email ?? {}
  if (TextBody === undefined && HtmlBody !== undefined) {
    return { subject, body: filled(HtmlBody, values, (value) => html`${value}`.markup) }
  }
  return { subject, body: filled(TextBody ?? defaultText, values, (value) => value) }
}

/** What is no placeholder stays: a link's, where the pool has no domain to lead to. */
function filled(
  text: string,
  values: Readonly<Record<string, string>>,
  written: (value: string) => string,
): string {
  return text.replaceAll(/\{([a-z-]+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? placeholder : written(value)
  })
}
