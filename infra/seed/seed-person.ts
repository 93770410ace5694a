import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  paginateAdminListGroupsForUser,
  UserNotFoundException,
  type AdminGetUserCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Target } from './aws.ts'
import type { Made } from './made.ts'
import type { SecondStep, SeedPerson } from './seed-file.ts'

/**
 * Brings somebody to what the file says. Nobody is sent a message. A password is set with the account, or
 * where the account still waits for one; whoever has changed theirs keeps it.
 */
export async function seedPerson(target: Target, person: SeedPerson): Promise<Made> {
  const { userPools, userPoolId: UserPoolId } = target
  const { username: Username, password } = person
  const user = { UserPoolId, Username }
  const there = await findUser(target, Username)
  if (!there) {
    await userPools.send(
      new AdminCreateUserCommand({
        ...user,
        MessageAction: 'SUPPRESS',
        UserAttributes: attributesOf(person.attributes),
        ...(password?.isTemporary && { TemporaryPassword: password.text }),
      }),
    )
  }
  const changes = [
    there !== undefined && (await updateAttributes(target, person, there)),
    await setPassword(target, person, there),
    await joinGroups(target, person),
    await setSecondSteps(target, person, there),
    await setEnabled(target, person, there?.Enabled ?? true),
  ]
  if (!there) return 'made'
  return changes.includes(true) ? 'changed' : 'there'
}

async function findUser({ userPools, userPoolId: UserPoolId }: Target, Username: string) {
  try {
    return await userPools.send(new AdminGetUserCommand({ UserPoolId, Username }))
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined
    throw error
  }
}

async function updateAttributes(
  { userPools, userPoolId: UserPoolId }: Target,
  { username: Username, attributes }: SeedPerson,
  there: AdminGetUserCommandOutput,
): Promise<boolean> {
  const valueOf = (name: string) =>
    there.UserAttributes?.find((attribute) => attribute.Name === name)?.Value
  const different = Object.entries(attributes).filter(([name, value]) => valueOf(name) !== value)
  if (different.length === 0) return false
  // A new address would otherwise have to be verified anew, and the file says whether it is.
  const names = new Set(different.flatMap(([name]) => [name, `${name}_verified`]))
  const sent = Object.entries(attributes).filter(([name]) => names.has(name))
  await userPools.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username,
      UserAttributes: attributesOf(Object.fromEntries(sent)),
    }),
  )
  return true
}

async function setPassword(
  { userPools, userPoolId: UserPoolId }: Target,
  { username: Username, password }: SeedPerson,
  there: AdminGetUserCommandOutput | undefined,
): Promise<boolean> {
  if (!password || password.isTemporary) return false
  if (there && there.UserStatus !== 'FORCE_CHANGE_PASSWORD') return false
  const Password = password.text
  await userPools.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }),
  )
  return true
}

/** Groups that the file does not name are not left. */
async function joinGroups(
  { userPools, userPoolId: UserPoolId }: Target,
  { username: Username, groups }: SeedPerson,
): Promise<boolean> {
  if (groups.length === 0) return false
  const joined = new Set<string | undefined>()
  const pages = paginateAdminListGroupsForUser({ client: userPools }, { UserPoolId, Username })
  for await (const { Groups = [] } of pages) {
    for (const { GroupName } of Groups) joined.add(GroupName)
  }
  const missing = groups.filter((name) => !joined.has(name))
  for (const GroupName of missing) {
    await userPools.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }))
  }
  return missing.length > 0
}

const factorOf = { sms: 'SMS_MFA', email: 'EMAIL_OTP' } as const
const settingsOf = { sms: 'SMSMfaSettings', email: 'EmailMfaSettings' } as const

async function setSecondSteps(
  { userPools, userPoolId: UserPoolId }: Target,
  { username: Username, secondSteps }: SeedPerson,
  there: AdminGetUserCommandOutput | undefined,
): Promise<boolean> {
  const [first] = secondSteps
  if (first === undefined) return false
  const on = there?.UserMFASettingList ?? []
  const isAsWanted =
    secondSteps.every((step) => on.includes(factorOf[step])) &&
    there?.PreferredMfaSetting === factorOf[first]
  if (isAsWanted) return false
  const settings = secondSteps.map((step: SecondStep) => [
    settingsOf[step],
    { Enabled: true, PreferredMfa: step === first },
  ])
  await userPools.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId,
      Username,
      ...(Object.fromEntries(settings) as object),
    }),
  )
  return true
}

async function setEnabled(
  { userPools, userPoolId: UserPoolId }: Target,
  { username: Username, isDisabled }: SeedPerson,
  isEnabled: boolean,
): Promise<boolean> {
  if (isDisabled !== isEnabled) return false
  await userPools.send(
    isDisabled
      ? new AdminDisableUserCommand({ UserPoolId, Username })
      : new AdminEnableUserCommand({ UserPoolId, Username }),
  )
  return true
}

function attributesOf(attributes: Readonly<Record<string, string>>) {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}
