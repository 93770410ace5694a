import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'
import { getTokensFromRefreshToken } from './operations/get-tokens-from-refresh-token.ts'
import { globalSignOut } from './operations/global-sign-out.ts'
import { initiateAuth } from './operations/initiate-auth.ts'
import { respondToAuthChallenge } from './operations/respond-to-auth-challenge.ts'
import { revokeToken } from './operations/revoke-token.ts'
import { operation, signedOperation } from './operation.ts'
import { adminDisableProviderForUser } from './operations/admin-disable-provider-for-user.ts'
import { adminDisableUser } from './operations/admin-disable-user.ts'
import { adminEnableUser } from './operations/admin-enable-user.ts'
import { adminGetUser } from './operations/admin-get-user.ts'
import { adminLinkProviderForUser } from './operations/admin-link-provider-for-user.ts'
import { changePassword } from './operations/change-password.ts'
import { confirmForgotPassword } from './operations/confirm-forgot-password.ts'
import { confirmSignUp } from './operations/confirm-sign-up.ts'
import { deleteUserAttributes } from './operations/delete-user-attributes.ts'
import { deleteUser } from './operations/delete-user.ts'
import { forgotPassword } from './operations/forgot-password.ts'
import { getUserAttributeVerificationCode } from './operations/get-user-attribute-verification-code.ts'
import { getUser } from './operations/get-user.ts'
import { listUsers } from './operations/list-users.ts'
import { resendConfirmationCode } from './operations/resend-confirmation-code.ts'
import { signUp } from './operations/sign-up.ts'
import { updateUserAttributes } from './operations/update-user-attributes.ts'
import { verifyUserAttribute } from './operations/verify-user-attribute.ts'

/** Every operation of the user-pool API that is here, with the members it cannot run without. */
export const userPoolOperations: Readonly<Record<string, AwsJsonOperation<OperationContext>>> = {
  SignUp: operation(signUp, ['ClientId', 'Username']),
  ConfirmSignUp: operation(confirmSignUp, ['ClientId', 'Username', 'ConfirmationCode']),
  ResendConfirmationCode: operation(resendConfirmationCode, ['ClientId', 'Username']),

  ForgotPassword: operation(forgotPassword, ['ClientId', 'Username']),
  ConfirmForgotPassword: operation(confirmForgotPassword, [
    'ClientId',
    'Username',
    'ConfirmationCode',
    'Password',
  ]),
  ChangePassword: operation(changePassword, ['AccessToken', 'ProposedPassword']),

  InitiateAuth: operation(initiateAuth, ['ClientId', 'AuthFlow']),
  RespondToAuthChallenge: operation(respondToAuthChallenge, ['ClientId', 'ChallengeName']),
  GetTokensFromRefreshToken: operation(getTokensFromRefreshToken, ['ClientId', 'RefreshToken']),
  RevokeToken: operation(revokeToken, ['ClientId', 'Token']),
  GlobalSignOut: operation(globalSignOut, ['AccessToken']),

  GetUser: operation(getUser, ['AccessToken']),
  UpdateUserAttributes: operation(updateUserAttributes, ['AccessToken', 'UserAttributes']),
  DeleteUserAttributes: operation(deleteUserAttributes, ['AccessToken', 'UserAttributeNames']),
  GetUserAttributeVerificationCode: operation(getUserAttributeVerificationCode, [
    'AccessToken',
    'AttributeName',
  ]),
  VerifyUserAttribute: operation(verifyUserAttribute, ['AccessToken', 'AttributeName', 'Code']),
  DeleteUser: operation(deleteUser, ['AccessToken']),

  ListUsers: signedOperation(listUsers, ['UserPoolId']),
  AdminGetUser: signedOperation(adminGetUser, ['UserPoolId', 'Username']),
  AdminDisableUser: signedOperation(adminDisableUser, ['UserPoolId', 'Username']),
  AdminEnableUser: signedOperation(adminEnableUser, ['UserPoolId', 'Username']),
  AdminLinkProviderForUser: signedOperation(adminLinkProviderForUser, [
    'UserPoolId',
    'DestinationUser',
    'SourceUser',
  ]),
  AdminDisableProviderForUser: signedOperation(adminDisableProviderForUser, ['UserPoolId', 'User']),
}
