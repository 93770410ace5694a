'use strict'

/**
 * Cognito calls one function for a trigger: this one is of parts, which variables turn on.
 *
 * PreSignUp: whose domain is not among ALLOWED_DOMAINS does not sign up.
 *
 * PreSignUp: whoever comes back by an identity provider (TRUSTED_PROVIDERS) is the user who signed up with a
 * password under the same address before, instead of a second, empty one. A link lets somebody in. So both
 * have verified the address: a provider that does not say so might have never asked, and an unverified user
 * may have been put there to wait for you.
 *
 * CustomMessage: mails in one's own words (MAIL_NAME). Cognito joins nobody the other way round: who came by a
 * provider first is told by mail.
 */

const list = (name) => (process.env[name] ?? '').split(',').filter(Boolean)
const allowed = list('ALLOWED_DOMAINS')
const trusted = list('TRUSTED_PROVIDERS')
const app = process.env.MAIL_NAME

let client

exports.handler = async (event) => {
  const { triggerSource } = event
  // An administrator may give anybody an account.
  if (/^PreSignUp_(SignUp|ExternalProvider)$/.test(triggerSource)) checkDomain(event)
  if (triggerSource === 'PreSignUp_ExternalProvider') await link(event)
  if (app && triggerSource.startsWith('CustomMessage_')) write(event)
  if (/^CustomMessage_(SignUp|ResendCode)$/.test(triggerSource)) await tell(event)
  return event
}

/** Who signs up here proves the address by a code; of a provider's it has to say that it did. */
function checkDomain({ triggerSource, request }) {
  if (allowed.length === 0) return
  const { email = '', email_verified: isVerified } = request.userAttributes
  const isProved = triggerSource === 'PreSignUp_SignUp' || isVerified === 'true'
  const domain = fold(email.slice(email.lastIndexOf('@') + 1))
  if (isProved && allowed.includes(domain)) return
  throw new Error(`Only addresses at ${allowed.join(', ')} can have an account`)
}

/** By language, then by what the mail is for: subject and text, in HTML. */
const words = {
  en: {
    SignUp: (code) => [`Welcome to ${app}`, `Enter ${code} to confirm your address.`],
    ForgotPassword: (code) => [`A new password for ${app}`, `Enter ${code} to choose it.`],
    AdminCreateUser: (code, name) => [
      `Your account at ${app}`,
      `Sign in as ${name} with the password ${code}, and choose one of your own.`,
    ],
    Authentication: (code) => [`Your code for ${app}`, `Enter ${code} to sign in.`],
    UpdateUserAttribute: (code) => [`Your new address at ${app}`, `Enter ${code} to confirm it.`],
  },
  de: {
    SignUp: (code) => [`Willkommen bei ${app}`, `${code} bestätigt Ihre Adresse.`],
    ForgotPassword: (code) => [`Ein neues Passwort für ${app}`, `Ihr Code dafür ist ${code}.`],
    AdminCreateUser: (code, name) => [
      `Ihr Konto bei ${app}`,
      `Melden Sie sich als ${name} mit dem Passwort ${code} an, und wählen Sie ein eigenes.`,
    ],
    Authentication: (code) => [`Ihr Code für ${app}`, `Melden Sie sich mit ${code} an.`],
    UpdateUserAttribute: (code) => [`Ihre neue Adresse bei ${app}`, `${code} bestätigt sie.`],
  },
}
const sameAs = { ResendCode: 'SignUp', VerifyUserAttribute: 'UpdateUserAttribute' }

/** The app says its language with a call; where the call cannot say it, the person's attribute does. */
function write({ triggerSource, request, response }) {
  const { clientMetadata, userAttributes, codeParameter, usernameParameter } = request
  const language = clientMetadata?.language ?? userAttributes.locale ?? ''
  const [, occasion] = triggerSource.split('_')
  const wordsOf = words[language.slice(0, 2).toLowerCase()] ?? words.en
  const [subject, text] = wordsOf[sameAs[occasion] ?? occasion](codeParameter, usernameParameter)
  response.emailSubject = subject
  response.emailMessage = `<p>${text}</p><p>${app}</p>`
}

async function tell({ userPoolId, request, response }) {
  if (trusted.length === 0) return
  const { email } = request.userAttributes
  // A sign-up does not fail for want of these words.
  const users = await findUsers(userPoolId, email ?? '').catch(() => [])
  const user = users.find((one) => isExternal(one) && hasProved(one, email))
  if (!user) return
  const [{ providerName }] = JSON.parse(attributeOf(user, 'identities'))
  response.emailSubject = 'You already have an account'
  const proof = (await confirmsByLink(userPoolId))
    ? '{##confirm it##}'
    : `its code is ${request.codeParameter}`
  response.emailMessage = `Sign in with ${providerName}: you have an account already. A password makes a second one; if you want that, ${proof}.`
}

/** Where links confirm, a code would be one that no page of the domain asks for. */
async function confirmsByLink(UserPoolId) {
  const { DescribeUserPoolCommand } = sdk()
  const asked = client.send(new DescribeUserPoolCommand({ UserPoolId }))
  const { UserPool } = await asked.catch(() => ({}))
  return UserPool?.VerificationMessageTemplate?.DefaultEmailOption === 'CONFIRM_WITH_LINK'
}

async function link({ userPoolId, userName, request }) {
  const { email, email_verified: isVerified, 'custom:provider_id': id } = request.userAttributes
  if (!email || isVerified !== 'true') return
  const identity = identityOf(userName, id)
  if (!identity) return

  const user = await findOwner(userPoolId, email)
  if (!user || hasIdentity(user, identity)) return
  try {
    await linkTo(user, userPoolId, identity)
  } catch (error) {
    // Cognito asks again when it was not answered in time: another call may have been quicker.
    const now = await findOwner(userPoolId, email)
    if (!now || !hasIdentity(now, identity)) throw error
  }
}

async function linkTo(user, userPoolId, identity) {
  const { AdminLinkProviderForUserCommand } = sdk()
  await client.send(
    new AdminLinkProviderForUserCommand({
      UserPoolId: userPoolId,
      DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: user.Username },
      SourceUser: {
        ProviderName: identity.provider,
        ProviderAttributeName: 'Cognito_Subject',
        ProviderAttributeValue: identity.id,
      },
    }),
  )
  console.log(`${identity.provider} is linked to the user ${user.Username}`)
}

/**
 * The username is `<provider>_<id>`, in lower case where the pool ignores case, and a link under
 * another id fails every later sign-in. So it is the one that was mapped, or one without case.
 */
function identityOf(userName, mappedId) {
  const name = fold(userName)
  const found = trusted.flatMap((provider) => {
    if (!name.startsWith(`${fold(provider)}_`)) return []
    const id = mappedId ?? userName.slice(provider.length + 1)
    const isWhole = id !== '' && name === fold(`${provider}_${id}`)
    const isExact = mappedId !== undefined || id.toUpperCase() === id.toLowerCase()
    return isWhole && isExact ? [{ provider, id }] : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** The one user of the pool who has proved that the address is theirs. Of two, neither. */
async function findOwner(userPoolId, email) {
  const users = await findUsers(userPoolId, email)
  const [user, another] = users.filter((one) => !isExternal(one))
  return user?.UserStatus === 'CONFIRMED' && !another && hasProved(user, email) ? user : undefined
}

async function findUsers(userPoolId, email) {
  const found = new Map()
  for (const spelling of new Set([email, email.toLowerCase()])) {
    const filter = `email = "${spelling.replace(/["\\]/g, '\\$&')}"`
    if (filter.length > 256) return []
    const { paginateListUsers } = sdk()
    const pages = paginateListUsers({ client }, { UserPoolId: userPoolId, Filter: filter })
    for await (const { Users = [] } of pages) {
      for (const user of Users) found.set(user.Username, user)
    }
  }
  return [...found.values()]
}

function isExternal({ UserStatus }) {
  return UserStatus === 'EXTERNAL_PROVIDER'
}

function hasProved(user, email) {
  return (
    fold(attributeOf(user, 'email')) === fold(email) &&
    attributeOf(user, 'email_verified') === 'true'
  )
}

function hasIdentity(user, { provider, id }) {
  return JSON.parse(attributeOf(user, 'identities') || '[]').some(
    (identity) => identity.providerName === provider && identity.userId === id,
  )
}

function attributeOf({ Attributes = [] }, name) {
  return Attributes.find((attribute) => attribute.Name === name)?.Value ?? ''
}

function fold(text) {
  return text.toLowerCase()
}

function sdk() {
  const sdk = require('@aws-sdk/client-cognito-identity-provider')
  client ??= new sdk.CognitoIdentityProviderClient({})
  return sdk
}
