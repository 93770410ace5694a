import { getAuthenticationHelper } from 'amplify-srp/getAuthenticationHelper'

/** The client's half of one sign-in, as `signIn` runs it, without the network between. */
async function signInOnce(): Promise<void> {
  const helper = await getAuthenticationHelper('AbCdEfGhI')
  const BigInteger = helper.A.constructor
  await helper.getPasswordAuthenticationKey({
    username: 'alice@example.com',
    password: 'P@ssw0rd',
    serverBValue: new BigInteger('f'.repeat(767), 16),
    salt: new BigInteger('9f3c1a5d7e2b4860a1b2c3d4e5f60718', 16),
  })
}

Object.assign(window, { signInOnce })
