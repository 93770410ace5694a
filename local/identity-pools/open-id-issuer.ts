/** `iss` of the tokens that GetOpenIdToken gives: the name that trust policies know. */
export const openIdIssuer = 'https://cognito-identity.amazonaws.com'

/** The same as a provider name, in trust policies and in condition keys. */
export const openIdProviderName = 'cognito-identity.amazonaws.com'
