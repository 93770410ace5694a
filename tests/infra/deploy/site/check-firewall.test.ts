import { expect, test } from 'vitest'
import { checkFirewall } from '../../../../infra/deploy/site/check-firewall.ts'

const values = new Map([
  ['Hosting', 'true'],
  ['WebApplicationFirewall', 'true'],
])
const arn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/site/0a1b'

test('a firewall for the site outside us-east-1 needs a web ACL that is there', () => {
  expect(() => checkFirewall((name) => values.get(name), 'eu-west-1')).toThrow('in us-east-1')
})

test.for([
  { name: 'in us-east-1', region: 'us-east-1', given: {} },
  { name: 'with a web ACL', region: 'eu-west-1', given: { SiteWebAclArn: arn } },
  { name: 'without a site', region: 'eu-west-1', given: { Hosting: 'false' } },
  { name: 'without a firewall', region: 'eu-west-1', given: { WebApplicationFirewall: 'false' } },
])('nothing stands against it $name', ({ region, given }) => {
  const all = new Map([...values, ...Object.entries(given)])

  expect(() => checkFirewall((name) => all.get(name), region)).not.toThrow()
})
