import { parseElements, parseList, parseString } from './json.ts'
import { parseConditions } from './parse-condition.ts'
import { parsePrincipals } from './parse-principals.ts'
import { parseResourcePattern } from './parse-text.ts'
import type { PolicyDocument, Statement } from './policy.ts'
import { inside, refuse, type Place } from './policy-error.ts'

/** Which elements must stand in it: identity policies name no principal, trust policies no resource. */
export type PolicyKind = 'identity' | 'trust' | 'resource'

/**
 * Reads an identity, trust or bucket policy. What it does not know is an error, never a silent
 * allow: an unknown element, effect, condition operator, a malformed action or ARN.
 *
 * @param where names the document in errors, e.g. `AuthenticatedRole.Policies[0]`.
 * @param kind checks for what that kind may and must hold; without it any one of the three.
 * @throws PolicyError
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicyDocument(
  json: unknown,
  where: string,
  kind?: PolicyKind,
): PolicyDocument {
  const place = { where, path: '' }
  const document = parseElements(json, ['Version', 'Id', 'Statement'], place)
  checkVersion(document.Version, json, inside(place, 'Version'))
  if (document.Id !== undefined) parseString(document.Id, inside(place, 'Id'))
  if (document.Statement === undefined) refuse(place, 'Statement is missing')
  const parse = (item: unknown, at: Place) => parseStatement(item, kind, at)
  const statements = parseList(document.Statement, parse, inside(place, 'Statement'))
  const sids = statements.flatMap(({ sid }) => (sid ? [sid] : []))
  const twice = sids.find((sid, index) => sids.indexOf(sid) !== index)
  if (twice !== undefined) refuse(inside(place, 'Statement'), `Sid "${twice}" is there twice`)
  return { statements }
}

/** The older version takes `${…}` literally, which nobody means. */
function checkVersion(version: unknown, document: unknown, place: Place): void {
  if (version === '2012-10-17') return
  if (version !== undefined && version !== '2008-10-17') {
    refuse(place, 'must be "2012-10-17"')
  }
  if (JSON.stringify(document).includes('${')) {
    refuse(place, 'policy variables need Version "2012-10-17"')
  }
}

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

function parseStatement(json: unknown, kind: PolicyKind | undefined, place: Place): Statement {
  const statement = parseElements(json, elements, place)
  const effect = parseString(statement.Effect, inside(place, 'Effect'))
  if (effect !== 'Allow' && effect !== 'Deny') {
    return refuse(inside(place, 'Effect'), 'must be Allow or Deny')
  }
  checkForm(statement, kind, place)
  const list = (name: string, parse: (item: unknown, at: Place) => string) =>
    statement[name] === undefined
      ? undefined
      : parseList(statement[name], parse, inside(place, name))

  const notActions = list('NotAction', parseAction)
  const notResources = list('NotResource', parseResource)
  const sid = statement.Sid === undefined ? '' : parseSid(statement.Sid, kind, inside(place, 'Sid'))
  const principals = parsePrincipals(statement.Principal, inside(place, 'Principal'))
  const notPrincipals = parsePrincipals(statement.NotPrincipal, inside(place, 'NotPrincipal'))
  return {
    ...(sid && { sid }),
    effect,
    actions: list('Action', parseAction) ?? [],
    ...(notActions && { notActions }),
    resources: list('Resource', parseResource) ?? [],
    ...(notResources && { notResources }),
    ...(principals && { principals }),
    ...(notPrincipals && { notPrincipals }),
    conditions:
      statement.Condition === undefined
        ? []
        : parseConditions(statement.Condition, inside(place, 'Condition')),
  }
}

function checkForm(
  statement: Readonly<Record<string, unknown>>,
  kind: PolicyKind | undefined,
  place: Place,
): void {
  const has = (name: string) => statement[name] !== undefined
  for (const name of ['Principal', 'Action', 'Resource']) {
    if (has(name) && has(`Not${name}`)) refuse(place, `has both ${name} and Not${name}`)
  }
  const names = (name: string) => has(name) || has(`Not${name}`)
  if (!names('Action')) refuse(place, 'Action is missing')
  if (!names('Principal') && kind && kind !== 'identity') refuse(place, 'Principal is missing')
  if (names('Principal') && kind === 'identity') refuse(place, 'Principal has no place here')
  if (!names('Resource') && (kind === 'resource' || !names('Principal'))) {
    refuse(place, 'Resource is missing')
  }
  if (names('Resource') && kind === 'trust') refuse(place, 'Resource has no place here')
  if (has('NotPrincipal') && statement.Effect === 'Allow') {
    refuse(inside(place, 'NotPrincipal'), 'works with Deny only')
  }
}

function parseAction(json: unknown, place: Place): string {
  const action = parseString(json, place)
  if (!/^(?:\*|(?:\*|[a-z0-9-]+):[a-z0-9*?]+)$/i.test(action)) {
    refuse(place, `"${action}" is not an action, such as s3:GetObject`)
  }
  return action
}

function parseResource(json: unknown, place: Place): string {
  const resource = parseString(json, place)
  parseResourcePattern(resource, place)
  return resource
}

/** IAM's own policies take letters and digits; those of resources take what the service takes. */
function parseSid(json: unknown, kind: PolicyKind | undefined, place: Place): string {
  const sid = parseString(json, place)
  if (kind && kind !== 'resource' && !/^[A-Za-z0-9]*$/.test(sid)) {
    refuse(place, `"${sid}" has more than letters and digits`)
  }
  return sid
}
