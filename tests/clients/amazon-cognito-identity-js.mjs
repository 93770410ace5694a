// Client: amazon-cognito-identity-js
// Packages: npm amazon-cognito-identity-js@6.3.21
// Proves: sign-in by SRP, the attributes of a user, and a sign-out everywhere that ends the session.
import assert from 'node:assert/strict'
/* oxlint-disable typescript/no-deprecated -- what Amplify v5 was made of is what this proves */
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'

const { COGNITO_URL, USER_POOL_ID, CLIENT_ID, PERSON_EMAIL, PERSON_PASSWORD } = process.env
const pool = new CognitoUserPool({
  UserPoolId: USER_POOL_ID,
  ClientId: CLIENT_ID,
  endpoint: COGNITO_URL,
})
const user = new CognitoUser({ Username: PERSON_EMAIL, Pool: pool })
const details = (Password) => new AuthenticationDetails({ Username: PERSON_EMAIL, Password })
const settle = (start) => new Promise((onSuccess, onFailure) => start({ onSuccess, onFailure }))

await assert.rejects(
  settle((callbacks) => user.authenticateUser(details('Wrong-Horse-7'), callbacks)),
  { code: 'NotAuthorizedException' },
)
await settle((callbacks) => user.authenticateUser(details(PERSON_PASSWORD), callbacks))
const attributes = await new Promise((resolve, reject) =>
  user.getUserAttributes((error, all) => (error ? reject(error) : resolve(all))),
)
assert.equal(attributes.find(({ Name }) => Name === 'email').Value, PERSON_EMAIL)
await settle((callbacks) => user.globalSignOut(callbacks))
