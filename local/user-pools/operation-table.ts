import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'
import { getTokensFromRefreshToken } from './operations/get-tokens-from-refresh-token.ts'
import { globalSignOut } from './operations/global-sign-out.ts'
import { initiateAuth } from './operations/initiate-auth.ts'
import { respondToAuthChallenge } from './operations/respond-to-auth-challenge.ts'
import { revokeToken } from './operations/revoke-token.ts'
import { signedOperation } from '../signature-v4/admission.ts'
import { operation, userPool } from './operation.ts'
import { adminCreateUser } from './operations/admin/admin-create-user.ts'
import { adminResetUserPassword } from './operations/admin/admin-reset-user-password.ts'
import { adminSetUserPassword } from './operations/admin/admin-set-user-password.ts'
import { adminDisableProviderForUser } from './operations/admin/admin-disable-provider-for-user.ts'
import { adminDisableUser } from './operations/admin/admin-disable-user.ts'
import { adminEnableUser } from './operations/admin/admin-enable-user.ts'
import { adminConfirmSignUp } from './operations/admin/admin-confirm-sign-up.ts'
import { adminDeleteUser } from './operations/admin/admin-delete-user.ts'
import { adminDeleteUserAttributes } from './operations/admin/admin-delete-user-attributes.ts'
import { adminUpdateUserAttributes } from './operations/admin/admin-update-user-attributes.ts'
import { adminUserGlobalSignOut } from './operations/admin/admin-user-global-sign-out.ts'
import { adminInitiateAuth } from './operations/admin/admin-initiate-auth.ts'
import { adminRespondToAuthChallenge } from './operations/admin/admin-respond-to-auth-challenge.ts'
import { adminGetUserAuthFactors } from './operations/admin/admin-get-user-auth-factors.ts'
import { adminGetUser } from './operations/admin/admin-get-user.ts'
import { adminLinkProviderForUser } from './operations/admin/admin-link-provider-for-user.ts'
import { changePassword } from './operations/change-password.ts'
import { confirmForgotPassword } from './operations/confirm-forgot-password.ts'
import { confirmSignUp } from './operations/confirm-sign-up.ts'
import { deleteUserAttributes } from './operations/attributes/delete-user-attributes.ts'
import { deleteUser } from './operations/delete-user.ts'
import { forgotPassword } from './operations/forgot-password.ts'
import { getUserAttributeVerificationCode } from './operations/attributes/get-user-attribute-verification-code.ts'
import { getUserAuthFactors } from './operations/get-user-auth-factors.ts'
import { startWebAuthnRegistration } from './operations/passkeys/start-web-authn-registration.ts'
import { completeWebAuthnRegistration } from './operations/passkeys/complete-web-authn-registration.ts'
import { listWebAuthnCredentials } from './operations/passkeys/list-web-authn-credentials.ts'
import { deleteWebAuthnCredential } from './operations/passkeys/delete-web-authn-credential.ts'
import { confirmDevice } from './operations/devices/confirm-device.ts'
import { adminForgetDevice, forgetDevice } from './operations/devices/forget-device.ts'
import { adminGetDevice, getDevice } from './operations/devices/get-device.ts'
import { adminListDevices, listDevices } from './operations/devices/list-devices.ts'
import {
  adminUpdateDeviceStatus,
  updateDeviceStatus,
} from './operations/devices/update-device-status.ts'
import {
  adminListUserSessions,
  listUserSessions,
} from './operations/sessions/list-user-sessions.ts'
import {
  adminRevokeUserSession,
  revokeUserSession,
} from './operations/sessions/revoke-user-session.ts'
import {
  getUserPoolClientSessionConfiguration,
  setUserPoolClientSessionConfiguration,
} from './operations/sessions/user-pool-client-session-configuration.ts'
import {
  getUserPoolSessionConfiguration,
  setUserPoolSessionConfiguration,
} from './operations/sessions/user-pool-session-configuration.ts'
import { associateSoftwareToken } from './operations/mfa/associate-software-token.ts'
import { verifySoftwareToken } from './operations/mfa/verify-software-token.ts'
import { setUserMfaPreference } from './operations/mfa/set-user-mfa-preference.ts'
import { adminSetUserSettings, setUserSettings } from './operations/mfa/set-user-settings.ts'
import { adminSetUserMfaPreference } from './operations/admin/admin-set-user-mfa-preference.ts'
import { adminDeleteSoftwareToken } from './operations/admin/admin-delete-software-token.ts'
import { setUserPoolMfaConfig } from './operations/pools/set-user-pool-mfa-config.ts'
import { getUserPoolMfaConfig } from './operations/pools/get-user-pool-mfa-config.ts'
import { getUser } from './operations/get-user.ts'
import { listUserPools } from './operations/pools/list-user-pools.ts'
import { listUsers } from './operations/admin/list-users.ts'
import { createUserImportJob } from './operations/import/create-user-import-job.ts'
import { describeUserImportJob } from './operations/import/describe-user-import-job.ts'
import { getCsvHeader } from './operations/import/get-csv-header.ts'
import { listUserImportJobs } from './operations/import/list-user-import-jobs.ts'
import { startUserImportJob } from './operations/import/start-user-import-job.ts'
import { stopUserImportJob } from './operations/import/stop-user-import-job.ts'
import { createGroup } from './operations/groups/create-group.ts'
import { getGroup } from './operations/groups/get-group.ts'
import { listGroups } from './operations/groups/list-groups.ts'
import { updateGroup } from './operations/groups/update-group.ts'
import { deleteGroup } from './operations/groups/delete-group.ts'
import { adminAddUserToGroup } from './operations/groups/admin-add-user-to-group.ts'
import { adminRemoveUserFromGroup } from './operations/groups/admin-remove-user-from-group.ts'
import { adminListGroupsForUser } from './operations/groups/admin-list-groups-for-user.ts'
import { listUsersInGroup } from './operations/groups/list-users-in-group.ts'
import { createUserPool } from './operations/pools/create-user-pool.ts'
import { createUserPoolClient } from './operations/pools/create-user-pool-client.ts'
import { deleteUserPool } from './operations/pools/delete-user-pool.ts'
import { deleteUserPoolClient } from './operations/pools/delete-user-pool-client.ts'
import { describePool } from './operations/pools/describe-user-pool.ts'
import { describeUserPoolClient } from './operations/pools/describe-user-pool-client.ts'
import { listUserPoolClients } from './operations/pools/list-user-pool-clients.ts'
import { updateUserPool } from './operations/pools/update-user-pool.ts'
import { updateUserPoolClient } from './operations/pools/update-user-pool-client.ts'
import { resendConfirmationCode } from './operations/resend-confirmation-code.ts'
import { adminListUserAuthEvents } from './operations/threat-protection/admin-list-user-auth-events.ts'
import { adminUpdateAuthEventFeedback } from './operations/threat-protection/admin-update-auth-event-feedback.ts'
import { updateAuthEventFeedback } from './operations/threat-protection/update-auth-event-feedback.ts'
import { describeRiskConfiguration } from './operations/threat-protection/describe-risk-configuration.ts'
import { setRiskConfiguration } from './operations/threat-protection/set-risk-configuration.ts'
import { signUp } from './operations/sign-up.ts'
import { updateUserAttributes } from './operations/attributes/update-user-attributes.ts'
import { verifyUserAttribute } from './operations/attributes/verify-user-attribute.ts'

/** Every operation of the user-pool API that is here. */
export const userPoolOperations: Readonly<Record<string, AwsJsonOperation<OperationContext>>> = {
  SignUp: operation(signUp),
  ConfirmSignUp: operation(confirmSignUp),
  ResendConfirmationCode: operation(resendConfirmationCode),

  ForgotPassword: operation(forgotPassword),
  ConfirmForgotPassword: operation(confirmForgotPassword),
  ChangePassword: operation(changePassword),

  InitiateAuth: operation(initiateAuth),
  RespondToAuthChallenge: operation(respondToAuthChallenge),
  GetTokensFromRefreshToken: operation(getTokensFromRefreshToken),
  RevokeToken: operation(revokeToken),
  GlobalSignOut: operation(globalSignOut),

  GetUser: operation(getUser),
  GetUserAuthFactors: operation(getUserAuthFactors),
  UpdateUserAttributes: operation(updateUserAttributes),
  DeleteUserAttributes: operation(deleteUserAttributes),
  GetUserAttributeVerificationCode: operation(getUserAttributeVerificationCode),
  VerifyUserAttribute: operation(verifyUserAttribute),
  DeleteUser: operation(deleteUser),

  AssociateSoftwareToken: operation(associateSoftwareToken),
  VerifySoftwareToken: operation(verifySoftwareToken),
  SetUserMFAPreference: operation(setUserMfaPreference),
  SetUserSettings: operation(setUserSettings),

  StartWebAuthnRegistration: operation(startWebAuthnRegistration),
  CompleteWebAuthnRegistration: operation(completeWebAuthnRegistration),
  ListWebAuthnCredentials: operation(listWebAuthnCredentials),
  DeleteWebAuthnCredential: operation(deleteWebAuthnCredential),

  ConfirmDevice: operation(confirmDevice),
  ListDevices: operation(listDevices),
  GetDevice: operation(getDevice),
  UpdateDeviceStatus: operation(updateDeviceStatus),
  ForgetDevice: operation(forgetDevice),

  ListUserSessions: operation(listUserSessions),
  RevokeUserSession: operation(revokeUserSession),

  UpdateAuthEventFeedback: operation(updateAuthEventFeedback),

  ListUserPools: signedOperation(listUserPools, () => '*'),
  ListUsers: signedOperation(listUsers, userPool),
  AdminInitiateAuth: signedOperation(adminInitiateAuth, userPool),
  AdminRespondToAuthChallenge: signedOperation(adminRespondToAuthChallenge, userPool),
  AdminGetUser: signedOperation(adminGetUser, userPool),
  AdminGetUserAuthFactors: signedOperation(adminGetUserAuthFactors, userPool),
  AdminSetUserMFAPreference: signedOperation(adminSetUserMfaPreference, userPool),
  AdminSetUserSettings: signedOperation(adminSetUserSettings, userPool),
  AdminDeleteSoftwareToken: signedOperation(adminDeleteSoftwareToken, userPool),
  AdminListDevices: signedOperation(adminListDevices, userPool),
  AdminGetDevice: signedOperation(adminGetDevice, userPool),
  AdminUpdateDeviceStatus: signedOperation(adminUpdateDeviceStatus, userPool),
  AdminForgetDevice: signedOperation(adminForgetDevice, userPool),
  AdminListUserSessions: signedOperation(adminListUserSessions, userPool),
  AdminRevokeUserSession: signedOperation(adminRevokeUserSession, userPool),
  AdminCreateUser: signedOperation(adminCreateUser, userPool),
  AdminSetUserPassword: signedOperation(adminSetUserPassword, userPool),
  AdminResetUserPassword: signedOperation(adminResetUserPassword, userPool),
  AdminDisableUser: signedOperation(adminDisableUser, userPool),
  AdminEnableUser: signedOperation(adminEnableUser, userPool),
  AdminConfirmSignUp: signedOperation(adminConfirmSignUp, userPool),
  AdminUpdateUserAttributes: signedOperation(adminUpdateUserAttributes, userPool),
  AdminDeleteUserAttributes: signedOperation(adminDeleteUserAttributes, userPool),
  AdminDeleteUser: signedOperation(adminDeleteUser, userPool),
  AdminUserGlobalSignOut: signedOperation(adminUserGlobalSignOut, userPool),
  AdminLinkProviderForUser: signedOperation(adminLinkProviderForUser, userPool),
  AdminDisableProviderForUser: signedOperation(adminDisableProviderForUser, userPool),

  AdminListUserAuthEvents: signedOperation(adminListUserAuthEvents, userPool),
  AdminUpdateAuthEventFeedback: signedOperation(adminUpdateAuthEventFeedback, userPool),

  CreateGroup: signedOperation(createGroup, userPool),
  GetGroup: signedOperation(getGroup, userPool),
  ListGroups: signedOperation(listGroups, userPool),
  UpdateGroup: signedOperation(updateGroup, userPool),
  DeleteGroup: signedOperation(deleteGroup, userPool),
  AdminAddUserToGroup: signedOperation(adminAddUserToGroup, userPool),
  AdminRemoveUserFromGroup: signedOperation(adminRemoveUserFromGroup, userPool),
  AdminListGroupsForUser: signedOperation(adminListGroupsForUser, userPool),
  ListUsersInGroup: signedOperation(listUsersInGroup, userPool),

  GetCSVHeader: signedOperation(getCsvHeader, userPool),
  CreateUserImportJob: signedOperation(createUserImportJob, userPool),
  DescribeUserImportJob: signedOperation(describeUserImportJob, userPool),
  ListUserImportJobs: signedOperation(listUserImportJobs, userPool),
  StartUserImportJob: signedOperation(startUserImportJob, userPool),
  StopUserImportJob: signedOperation(stopUserImportJob, userPool),

  CreateUserPool: signedOperation(createUserPool, () => '*'),
  CreateUserPoolClient: signedOperation(createUserPoolClient, userPool),
  DescribeUserPool: signedOperation(describePool, userPool),
  DescribeUserPoolClient: signedOperation(describeUserPoolClient, userPool),
  GetUserPoolMfaConfig: signedOperation(getUserPoolMfaConfig, userPool),
  SetUserPoolMfaConfig: signedOperation(setUserPoolMfaConfig, userPool),
  GetUserPoolSessionConfiguration: signedOperation(getUserPoolSessionConfiguration, userPool),
  SetUserPoolSessionConfiguration: signedOperation(setUserPoolSessionConfiguration, userPool),
  GetUserPoolClientSessionConfiguration: signedOperation(
    getUserPoolClientSessionConfiguration,
    userPool,
  ),
  SetUserPoolClientSessionConfiguration: signedOperation(
    setUserPoolClientSessionConfiguration,
    userPool,
  ),
  DescribeRiskConfiguration: signedOperation(describeRiskConfiguration, userPool),
  SetRiskConfiguration: signedOperation(setRiskConfiguration, userPool),
  ListUserPoolClients: signedOperation(listUserPoolClients, userPool),
  UpdateUserPool: signedOperation(updateUserPool, userPool),
  UpdateUserPoolClient: signedOperation(updateUserPoolClient, userPool),
  DeleteUserPool: signedOperation(deleteUserPool, userPool),
  DeleteUserPoolClient: signedOperation(deleteUserPoolClient, userPool),
}
