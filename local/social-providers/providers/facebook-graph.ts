import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import { pictureUrl } from '../endpoints.ts'
import type { ProviderContext } from '../provider.ts'
import type { Grant } from '../grant.ts'
import { sharedBy } from '../shared-by.ts'

const defaultFields = 'id,name'
const pictureSize = 50

/**
 * The person's node, with the fields that `fields` names. An address that was not shared is left out,
 * as every field is that there is no permission for. It is never said to be verified.
 *
 * @throws OAuthError invalid_request: a field that a person does not have
 * @see https://developers.facebook.com/docs/graph-api/reference/user
 */
export function graphNode(ctx: ProviderContext, grant: Grant, parameters: Parameters): object {
  const { person } = grant
  const shared = sharedBy(ctx.provider, grant.scopes)
  const values: Readonly<Record<string, unknown>> = {
    id: person.subject,
    name: shared.has('name') ? person.name : undefined,
    first_name: shared.has('name') ? person.givenName : undefined,
    last_name: shared.has('name') ? person.familyName : undefined,
    email: shared.has('email') ? person.email : undefined,
    picture: shared.has('picture') ? picture(pictureUrl(ctx.endpoints, person.subject)) : undefined,
  }
  const fields = (parameters.get('fields') ?? defaultFields).split(',').map((name) => name.trim())
  const unknown = fields.find((name) => !Object.hasOwn(values, name))
  if (unknown !== undefined) {
    const message = `Tried accessing nonexisting field (${unknown}) on node type (User)`
    throw new OAuthError('invalid_request', message)
  }
  const names = new Set([...fields, 'id'])
  return Object.fromEntries([...names].map((name) => [name, values[name]]))
}

function picture(url: string): object {
  return { data: { height: pictureSize, is_silhouette: false, url, width: pictureSize } }
}
