import type { Shape } from '../http/aws-json-shapes.ts'

const id: Shape = {
  type: 'string',
  minLength: 1,
  maxLength: 55,
  pattern: /^[\w-]+:[0-9a-f-]+$/,
  patternText: '[\\w-]+:[0-9a-f-]+',
}

/** Constraints of the API model, by member name. */
export const identityPoolShapes: Readonly<Record<string, Shape>> = {
  AccountId: { type: 'string', minLength: 1, maxLength: 15, pattern: /^\d+$/, patternText: '\\d+' },
  CustomRoleArn: { type: 'string', minLength: 20, maxLength: 2048 },
  IdentityId: id,
  IdentityPoolId: id,
  Logins: {
    type: 'map',
    maxLength: 10,
    of: { type: 'string', sensitive: true, minLength: 1, maxLength: 50_000 },
  },
}
