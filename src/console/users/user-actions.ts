import type { ConsoleClient } from '../client/console-client.ts'

/** What can be done to a user; each is Cognito's own operation of administrators. */
export type UserAction =
  | { do: 'confirm' | 'invite-again' | 'disable' | 'enable' | 'reset' | 'sign-out' | 'no-factors' }
  | { do: 'delete' }
  | { do: 'set-password'; password: string }
  | { do: 'add-group' | 'remove-group'; group: string }
  | { do: 'forget-device'; device: string }
  | { do: 'end-session'; session: string }
  | { do: 'set-attribute'; name: string; value: string }
  | { do: 'delete-attribute'; name: string }

interface Place {
  UserPoolId: string
  Username: string
}

/** @throws RefusedError */
export async function act(client: ConsoleClient, user: Place, action: UserAction): Promise<void> {
  for (const [operation, more] of callsOf(action)) {
    await client.call(operation, { ...user, ...more })
  }
}

type Call = readonly [operation: string, input: object]

function callsOf(action: UserAction): readonly Call[] {
  switch (action.do) {
    case 'confirm':
      return [['AdminConfirmSignUp', {}]]
    case 'invite-again':
      return [['AdminCreateUser', { MessageAction: 'RESEND' }]]
    case 'disable':
      return [['AdminDisableUser', {}]]
    case 'enable':
      return [['AdminEnableUser', {}]]
    case 'reset':
      return [['AdminResetUserPassword', {}]]
    case 'sign-out':
      return [['AdminUserGlobalSignOut', {}]]
    case 'no-factors': {
      const off = { Enabled: false, PreferredMfa: false }
      const factors = ['SMSMfaSettings', 'SoftwareTokenMfaSettings', 'EmailMfaSettings']
      const none = Object.fromEntries(factors.map((each) => [each, off]))
      return [['AdminSetUserMFAPreference', none]]
    }
    case 'delete':
      return [['AdminDeleteUser', {}]]
    case 'set-password':
      return [['AdminSetUserPassword', { Password: action.password, Permanent: true }]]
    case 'add-group':
      return [['AdminAddUserToGroup', { GroupName: action.group }]]
    case 'remove-group':
      return [['AdminRemoveUserFromGroup', { GroupName: action.group }]]
    case 'forget-device':
      return [['AdminForgetDevice', { DeviceKey: action.device }]]
    case 'end-session':
      return [['AdminRevokeUserSession', { SessionId: action.session }]]
    case 'set-attribute': {
      const UserAttributes = [{ Name: action.name, Value: action.value }]
      return [['AdminUpdateUserAttributes', { UserAttributes }]]
    }
    case 'delete-attribute':
      return [['AdminDeleteUserAttributes', { UserAttributeNames: [action.name] }]]
  }
}
