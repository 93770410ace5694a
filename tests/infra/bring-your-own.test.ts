import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { envKeys } from '../../infra/build/configuration/env-keys.ts'
import { toJson } from '../../local/template/nodes.ts'
import { evaluated, template } from './template.ts'

const page = readFileSync(new URL('../../docs/bring-your-own.md', import.meta.url), 'utf8')

/** The JSON below the mark `<!-- template: name -->`. */
function snippet(name: string): unknown {
  const [, code] =
    new RegExp(`<!-- template: ${name} -->\\s+\`\`\`json\\n([\\s\\S]+?)\`\`\``).exec(page) ?? []
  if (code === undefined) throw new Error(`docs/bring-your-own.md has no snippet ${name}`)
  return JSON.parse(code)
}

const { resources, outputs } = evaluated(template.text)

/** A resource's properties, with the names that the page has for those that a stack makes. */
function propertiesOf(logicalId: string): unknown {
  const resource = resources.find((entry) => entry.logicalId === logicalId)!
  const named = JSON.stringify(toJson(resource.properties))
    .replaceAll(outputs['Bucket']!, 'YOUR-BUCKET')
    .replaceAll(outputs['IdentityPoolId']!, 'YOUR-IDENTITY-POOL-ID')
  return JSON.parse(named)
}

test('the page’s role has the template’s policy and trust', () => {
  const role = propertiesOf('AuthenticatedRole') as {
    AssumeRolePolicyDocument: string
    Policies: [{ PolicyDocument: unknown }]
  }

  expect(role.Policies).toHaveLength(1)
  expect(snippet('role-policy')).toEqual(role.Policies[0].PolicyDocument)
  expect(snippet('trust-policy')).toEqual(JSON.parse(role.AssumeRolePolicyDocument))
})

test('the page’s bucket has the template’s CORS rule and policy', () => {
  const { CorsConfiguration } = propertiesOf('Bucket') as {
    CorsConfiguration: { CorsRules: { ExposedHeaders: string[]; MaxAge: number }[] }
  }
  // The console writes two members as S3's own API does, CloudFormation in its own way.
  const rules = CorsConfiguration.CorsRules.map(({ ExposedHeaders, MaxAge, ...rule }) => ({
    ...rule,
    ExposeHeaders: ExposedHeaders,
    MaxAgeSeconds: MaxAge,
  }))

  expect(snippet('cors')).toEqual(rules)
  expect(propertiesOf('BucketPolicy')).toMatchObject({ PolicyDocument: snippet('bucket-policy') })
})

test('the page’s app client has the template’s flows, grant, scopes and first addresses', () => {
  const client = propertiesOf('UserPoolClient') as Record<string, readonly string[]>
  const flows = [...page.matchAll(/`(ALLOW_\w+)`/g)].map(([, flow]) => flow)
  const row = (name: string) => new RegExp(`\\*\\*${name}\\*\\* +\\|(.*)`).exec(page)?.[1] ?? ''
  const codes = (name: string) => [...row(name).matchAll(/`([^`]+)`/g)].map(([, code]) => code)

  expect([...new Set(flows)].toSorted()).toEqual(client['ExplicitAuthFlows']!.toSorted())
  expect(client['AllowedOAuthFlows']).toEqual(['code'])
  expect(row('OAuth 2.0 grant types')).toContain('Authorization code grant')
  expect(codes('OpenID Connect scopes')).toEqual(client['AllowedOAuthScopes'])
  expect(codes('Allowed callback URLs')[0]).toBe(client['CallbackURLs']![0])
  expect(codes('Allowed sign-out URLs')[0]).toBe(client['LogoutURLs']![0])
})

test('the page says of every key where it is found, and in which step it is made', () => {
  for (const key of Object.keys(envKeys)) {
    expect(page.match(new RegExp(`\`${key}\``, 'g'))?.length ?? 0, key).toBeGreaterThanOrEqual(2)
  }
})
