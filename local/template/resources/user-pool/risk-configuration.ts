import type { NotifyEmailType } from '@aws-sdk/client-cognito-identity-provider'
import { faultsOf } from '../../../user-pools/threat-protection/settings/check-risk-settings.ts'
import type { RiskSettings } from '../../../user-pools/config.ts'
import { allClients } from '../../../user-pools/threat-protection/settings/risk-settings.ts'
import { defined } from '../../defined.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type Pool, poolOf } from './pool-of.ts'

interface ReadRiskConfiguration {
  userPoolId: string
  /** An app client's id, or `ALL`. */
  level: string
  settings: RiskSettings
}

interface ReadClient {
  userPoolId: string
  client: { id: string }
}

const takeoverActions = ['BLOCK', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'NO_ACTION'] as const
const events = ['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP'] as const

/**
 * What a pool does about risks, at an app client or at all that have nothing of their own.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolriskconfigurationattachment.html
 */
export function readRiskConfiguration(
  reader: PropertyReader,
  pools: readonly Pool[],
  clients: readonly ReadClient[],
): ReadRiskConfiguration {
  const pool = poolOf(reader, pools)
  if (!pool.threatProtection) {
    reader.problem('UserPoolId', 'needs a pool whose UserPoolAddOns turn threat protection on.')
  }
  const ids = clients.flatMap(({ userPoolId, client }) => (userPoolId === pool.id ? client : []))
  const isForAll = reader.string('ClientId') === allClients
  const level = isForAll
    ? allClients
    : reader.requiredReference('ClientId', ids, 'id', 'app client').id
  const settings = {
    ...defined('CompromisedCredentialsRiskConfiguration', readCompromised(reader)),
    ...defined('AccountTakeoverRiskConfiguration', readTakeover(reader)),
    ...defined('RiskExceptionConfiguration', readExceptions(reader)),
  }
  for (const fault of faultsOf(settings)) reader.problem('RiskExceptionConfiguration', fault)
  return { userPoolId: pool.id, level, settings }
}

/** Undefined where nothing is said of the pool. */
export function riskSettingsOf(
  poolId: string,
  read: readonly ReadRiskConfiguration[],
): Readonly<Record<string, RiskSettings>> | undefined {
  const ofPool = read.filter(({ userPoolId }) => userPoolId === poolId)
  if (ofPool.length === 0) return undefined
  return Object.fromEntries(ofPool.map(({ level, settings }) => [level, settings]))
}

function readCompromised(
  reader: PropertyReader,
): RiskSettings['CompromisedCredentialsRiskConfiguration'] {
  const risk = reader.map('CompromisedCredentialsRiskConfiguration')
  const EventAction = risk?.map('Actions')?.requiredOneOf('EventAction', ['BLOCK', 'NO_ACTION'])
  if (!risk) return undefined
  if (!EventAction) {
    risk.problem('Actions', 'is needed.')
    return undefined
  }
  return { ...defined('EventFilter', risk.listOf('EventFilter', events)), Actions: { EventAction } }
}

function readTakeover(reader: PropertyReader): RiskSettings['AccountTakeoverRiskConfiguration'] {
  const risk = reader.map('AccountTakeoverRiskConfiguration')
  const actions = risk?.map('Actions')
  if (!risk) return undefined
  if (!actions) {
    risk.problem('Actions', 'is needed.')
    return undefined
  }
  return {
    Actions: {
      ...defined('LowAction', readAction(actions, 'LowAction')),
      ...defined('MediumAction', readAction(actions, 'MediumAction')),
      ...defined('HighAction', readAction(actions, 'HighAction')),
    },
    ...defined('NotifyConfiguration', readNotification(risk)),
  }
}

function readAction(actions: PropertyReader, name: string) {
  const action = actions.map(name)
  if (!action) return undefined
  const Notify = action.boolean('Notify')
  if (Notify === undefined) action.problem('Notify', 'is needed.')
  return {
    EventAction: action.requiredOneOf('EventAction', takeoverActions),
    Notify: Notify ?? false,
  }
}

function readNotification(risk: PropertyReader) {
  const notification = risk.map('NotifyConfiguration')
  if (!notification) return undefined
  return {
    SourceArn: notification.requiredString('SourceArn'),
    ...defined('From', notification.string('From')),
    ...defined('ReplyTo', notification.string('ReplyTo')),
    ...defined('BlockEmail', readEmail(notification, 'BlockEmail')),
    ...defined('MfaEmail', readEmail(notification, 'MfaEmail')),
    ...defined('NoActionEmail', readEmail(notification, 'NoActionEmail')),
  }
}

function readEmail(notification: PropertyReader, name: string): NotifyEmailType | undefined {
  const email = notification.map(name)
  if (!email) return undefined
  return {
    Subject: email.requiredString('Subject'),
    ...defined('HtmlBody', email.string('HtmlBody')),
    ...defined('TextBody', email.string('TextBody')),
  }
}

function readExceptions(reader: PropertyReader): RiskSettings['RiskExceptionConfiguration'] {
  const exceptions = reader.map('RiskExceptionConfiguration')
  if (!exceptions) return undefined
  return {
    ...defined('BlockedIPRangeList', exceptions.strings('BlockedIPRangeList')),
    ...defined('SkippedIPRangeList', exceptions.strings('SkippedIPRangeList')),
  }
}
