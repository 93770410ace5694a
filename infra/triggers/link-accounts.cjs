'use strict'

/**
 * PreSignUp: whoever comes back by an identity provider is the user who signed up with a password
 * under the same address before, instead of a second, empty one.
 *
 * A link lets somebody in. So it takes an address that both have verified: a provider that does not
 * say so (Facebook, Amazon) might have never asked, and whoever typed your address there would get
 * your account; a user of the pool who has not verified it may have been put there to wait for you.
 *
 * CommonJS, since CloudFormation makes an index.js of it. `node infra/triggers/inline.mjs` puts it
 * into the template.
 */

/** Names of the providers whose word counts, as the pool has them. */
const trusted = (process.env.TRUSTED_PROVIDERS ?? '').split(',').filter(Boolean)

let client

exports.handler = async (event) => {
  if (event.triggerSource === 'PreSignUp_ExternalProvider') await link(event)
  return event
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
 * The username is `<provider>_<id>`, in lower case where the pool ignores case, and a link under an
 * id that the provider does not know fails every later sign-in. So the id is the one that the
 * provider's mapping brought, or one in which case does not matter.
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
  const natives = new Map()
  for (const spelling of new Set([email, email.toLowerCase()])) {
    const filter = `email = "${spelling.replace(/["\\]/g, '\\$&')}"`
    if (filter.length > 256) return undefined
    const { paginateListUsers } = sdk()
    const pages = paginateListUsers({ client }, { UserPoolId: userPoolId, Filter: filter })
    for await (const { Users = [] } of pages) {
      for (const user of Users) {
        if (user.UserStatus !== 'EXTERNAL_PROVIDER') natives.set(user.Username, user)
      }
    }
  }
  const [user, another] = natives.values()
  return user && !another && isOwner(user, email) ? user : undefined
}

function isOwner(user, email) {
  return (
    user.UserStatus === 'CONFIRMED' &&
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

/** Read when it is needed, which most sign-ups do not. */
function sdk() {
  const sdk = require('@aws-sdk/client-cognito-identity-provider')
  client ??= new sdk.CognitoIdentityProviderClient({})
  return sdk
}
