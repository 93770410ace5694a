/**
 * What each step of `/flow` does and what it is for: by operation, by operation and variant, or by who
 * asks whom for what.
 */
export const flowSteps = {
  steps: {
    'openid-configuration': [
      'Ask who issues the tokens',
      'The pool says which issuer its tokens name.',
    ],
    'jwks.json': [
      'Fetch the public keys',
      'With them anybody can prove that the pool has signed a token.',
    ],
    SignUp: ['Ask for an account', 'Creates a user who has to confirm an address first.'],
    ConfirmSignUp: [
      'Confirm the address',
      'The code proves that the address is theirs who typed it.',
    ],
    ResendConfirmationCode: ['Ask for another code', 'The first one may not have arrived.'],
    'InitiateAuth:USER_SRP_AUTH': [
      'Begin to prove the password',
      'Sends a public value of SRP. The pool answers with its own, and with a salt: the password stays here.',
    ],
    'InitiateAuth:USER_PASSWORD_AUTH': [
      'Send the password',
      'The pool compares it. SRP would keep it here.',
    ],
    'InitiateAuth:USER_AUTH': [
      'Ask how one may sign in',
      'The pool offers what the person has set up.',
    ],
    'InitiateAuth:CUSTOM_AUTH': [
      'Begin a sign-in of one’s own',
      'The pool’s triggers decide what is asked.',
    ],
    'InitiateAuth:REFRESH_TOKEN_AUTH': [
      'Trade the refresh token for new ones',
      'Nobody has to sign in again, as long as the refresh token lasts.',
    ],
    GetTokensFromRefreshToken: [
      'Trade the refresh token for new ones',
      'As the pool rotates them, it gives a new refresh token, too.',
    ],
    'RespondToAuthChallenge:PASSWORD_VERIFIER': [
      'Prove the password',
      'A signature that only who knows the password can make. The answer is tokens, or a second step.',
    ],
    'RespondToAuthChallenge:DEVICE_SRP_AUTH': [
      'Begin to prove the device',
      'The pool remembers this device, and asks it for a proof of its own.',
    ],
    'RespondToAuthChallenge:DEVICE_PASSWORD_VERIFIER': [
      'Prove the device',
      'A remembered device stands for the second step.',
    ],
    'RespondToAuthChallenge:WEB_AUTHN': [
      'Prove a passkey',
      'The authenticator has signed the pool’s challenge.',
    ],
    'RespondToAuthChallenge:SELECT_CHALLENGE': [
      'Choose how to sign in',
      'One of what the pool has offered.',
    ],
    'RespondToAuthChallenge:NEW_PASSWORD_REQUIRED': [
      'Choose a password of one’s own',
      'It takes the place of the temporary one.',
    ],
    RespondToAuthChallenge: [
      'Answer the pool’s question',
      'A code, a choice, or whatever the pool has asked for.',
    ],
    ConfirmDevice: [
      'Have the device remembered',
      'The pool keeps a verifier for it, as it does for a password.',
    ],
    ForgotPassword: [
      'Ask for a code to change the password',
      'It goes to an address that was verified.',
    ],
    ConfirmForgotPassword: [
      'Set a new password',
      'The code stands for the one that was forgotten.',
    ],
    RevokeToken: ['Revoke the refresh token', 'All tokens of this sign-in end in the pool.'],
    GlobalSignOut: ['Sign out everywhere', 'All tokens of this person end.'],
    'oauth2/authorize': [
      'Leave for managed login',
      'With a challenge (PKCE) that only this tab can answer, and a state that comes back.',
    ],
    signup: [
      'Leave for managed login’s page for new accounts',
      'It takes the same request as signing in.',
    ],
    callback: [
      'Come back with a code',
      'Managed login sends the browser back. The code alone is worth nothing.',
    ],
    'oauth2/token:authorization_code': [
      'Trade the code for tokens',
      'With the verifier that answers the challenge: a stolen code would be refused.',
    ],
    'oauth2/token:refresh_token': [
      'Trade the refresh token for new ones',
      'Nobody has to sign in again.',
    ],
    'oauth2/revoke': ['Revoke the refresh token', 'All tokens of this sign-in end in the pool.'],
    logout: ['End managed login’s session', 'Or the next sign-in there would ask for nothing.'],
    GetId: ['Ask which identity this is', 'The identity pool knows people by an id of its own.'],
    GetCredentialsForIdentity: [
      'Borrow a role',
      'The identity pool checks the ID token and gives keys for an hour.',
    ],
    GetUser: ['Read the account', 'Attributes and factors, for the access token.'],
    UpdateUserAttributes: ['Change attributes', 'A new address counts when its code is entered.'],
    ChangePassword: ['Change the password', 'With the old one as proof.'],
    GetObject: ['Read a file', 'Signed with the borrowed keys; the role’s policy decides.'],
    PutObject: ['Write a file', 'Signed with the borrowed keys; the role’s policy decides.'],
    HeadObject: ['Look at a file', 'Whether it is there, and what it is.'],
    DeleteObject: ['Delete a file', 'Signed with the borrowed keys; the role’s policy decides.'],
    ListObjectsV2: ['List files', 'Signed with the borrowed keys; the role’s policy decides.'],
    CreateMultipartUpload: ['Begin a file in parts', 'Large files go up piece by piece.'],
    UploadPart: ['Write a part', 'Of a file that goes up piece by piece.'],
    ListParts: ['List parts', 'What is there of a file that goes up piece by piece.'],
    CompleteMultipartUpload: ['Finish a file in parts', 'The parts become one file.'],
    AbortMultipartUpload: ['Give up a file in parts', 'Its parts are deleted.'],

    AssociateSoftwareToken: [
      'Begin with an authenticator app',
      'The pool makes the secret that app and pool will share.',
    ],
    VerifySoftwareToken: ['Confirm the authenticator app', 'A code proves that it has the secret.'],
    SetUserMFAPreference: ['Choose the second step', 'What is asked for after the password.'],
    GetUserAuthFactors: ['Ask which factors there are', 'What this person can sign in with.'],
    StartWebAuthnRegistration: ['Begin with a passkey', 'The pool gives a challenge to sign.'],
    CompleteWebAuthnRegistration: ['Keep a passkey', 'The pool keeps its public key.'],
    ListWebAuthnCredentials: ['List passkeys', 'By name; no key leaves its device.'],
    DeleteWebAuthnCredential: ['Delete a passkey', 'It signs nobody in any more.'],
    ListDevices: ['List remembered devices', 'They stand for the second step.'],
    UpdateDeviceStatus: ['Remember the device', 'Or stop remembering it.'],
    ForgetDevice: ['Forget a device', 'It is asked for the second step again.'],
    GetUserAttributeVerificationCode: [
      'Ask for a code to verify an address',
      'It goes to the address.',
    ],
    VerifyUserAttribute: ['Verify an address', 'The code proves that it is theirs.'],
    DeleteUserAttributes: ['Delete attributes', 'They are empty from then on.'],
    ListUserSessions: ['List sessions', 'Where this person is signed in.'],
    RevokeUserSession: ['End a session', 'Its tokens can be renewed no more.'],
    DeleteUser: ['Delete the account', 'The user is gone from the pool.'],

    login: [
      'Managed login’s sign-in page',
      'The password is typed there, and the app never has it.',
    ],
    'oauth2/idpresponse': [
      'Come back from the provider',
      'Managed login takes the provider’s code, with a state of its own.',
    ],
    'browser>provider:authorize': [
      'Ask the provider who this is',
      'The browser is at the provider, which asks for a sign-in of its own.',
    ],
    'domain>provider:token': [
      'Managed login trades the provider’s code',
      'From server to server, with the secret that no browser has.',
    ],
    'domain>provider:jwks': [
      'Managed login fetches the provider’s keys',
      'They prove the provider’s ID token.',
    ],
    'domain>provider:userinfo': [
      'Managed login asks for the profile',
      'With the provider’s access token; the answer becomes attributes.',
    ],
    'domain>provider:me': [
      'Managed login asks for the profile',
      'With the provider’s access token; the answer becomes attributes.',
    ],
    'domain>provider:.well-known/openid-configuration': [
      'Managed login asks where the provider answers',
      'Its discovery document names its endpoints.',
    ],
  } as Record<string, readonly [phase: string, purpose: string]>,
  other: ['Call', 'An operation of the service.'] as readonly [phase: string, purpose: string],
}
