'use strict'

/**
 * PreTokenGeneration, second version: `custom:company` is the claim `company` of both tokens, so that an API
 * that is sent the access token need not ask who somebody works for.
 *
 * People write that attribute themselves. A claim that decides about rights has to come from one that they
 * may not write: leave it out of the app client's WriteAttributes.
 */
// oxlint-disable-next-line typescript/require-await -- Lambda waits for a promise
exports.handler = async (event) => {
  const company = event.request.userAttributes['custom:company']
  if (!company) return event
  const claims = { claimsToAddOrOverride: { company } }
  event.response.claimsAndScopeOverrideDetails = {
    idTokenGeneration: claims,
    accessTokenGeneration: claims,
  }
  return event
}
