/**
 * What is a secret, or proves one, by the name that a member, a parameter or an element has in any of the
 * protocols: lower case, without `_` and `-`.
 */
const secrets: ReadonlySet<string> = new Set([
  // Passwords, and what SRP makes of them.
  'password',
  'newpassword',
  'previouspassword',
  'proposedpassword',
  'passwordverifier',
  'salt',
  'srpa',
  'srpb',
  'secretblock',
  'passwordclaimsecretblock',
  'passwordclaimsignature',
  // Codes, and answers that stand for one.
  'code',
  'answer',
  'confirmationcode',
  'usercode',
  'secretcode',
  'smsmfacode',
  'emailotpcode',
  'smsotpcode',
  'softwaretokenmfacode',
  'verificationcode',
  // Tokens, and what is as good as one.
  'session',
  'token',
  'accesstoken',
  'idtoken',
  'refreshtoken',
  'sessiontoken',
  'clientsecret',
  'secrethash',
  'codeverifier',
  'state',
  'nonce',
  'logins',
  'encodeddata',
  'assertion',
  'clientassertion',
  'linkdomain',
  'revokedtoken',
  // Passkeys.
  'credential',
  'credentialrequestoptions',
  'credentialcreationoptions',
  // Keys and signatures.
  'accesskeyid',
  'secretkey',
  'secretaccesskey',
  'devicesecretverifierconfig',
  'deviceverifier',
  'devicekey',
  'devicegroupkey',
  'xamzcredential',
  'xamzsignature',
  'xamzsecuritytoken',
  'signature',
  'awsaccesskeyid',
  'signatureprovided',
  'stringtosign',
  'stringtosignbytes',
  'canonicalrequest',
  'canonicalrequestbytes',
  'hostid',
])

export function isSecretName(name: string): boolean {
  return secrets.has(name.toLowerCase().replace(/[_-]/g, ''))
}
