import { expect, test } from 'vitest'
import { securityHeaders } from '../../infra/build/pages/security-headers.ts'
import { toJson } from '../../local/template/nodes.ts'
import { evaluateTemplate } from '../../local/template/evaluate-template.ts'
import { createProblems } from '../../local/template/problems.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { credentials } from './social-parameters.ts'
import { template } from './template.ts'

interface Policy {
  ResponseHeadersPolicyConfig: {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string }
      ContentTypeOptions: object
      ReferrerPolicy: { ReferrerPolicy: string }
      StrictTransportSecurity: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean }
    }
    CustomHeadersConfig: { Items: { Header: string; Value: string }[] }
  }
}

/** The site's headers as CloudFront makes them of the policy, and what the outputs say of the app. */
function hosted(region: string, parameters: Readonly<Record<string, string>> = {}) {
  const context = createLoadContext({ Hosting: 'true', ...parameters }, region)
  const problems = createProblems(template.file)
  const { resources, outputs } = evaluateTemplate(template.text, context, problems)
  const found = resources.find(({ logicalId }) => logicalId === 'SiteHeaders')
  const { ResponseHeadersPolicyConfig: policy } = toJson(found!.properties) as Policy
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy
  const { AccessControlMaxAgeSec, IncludeSubdomains } = security.StrictTransportSecurity
  const headers = {
    'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
    'Strict-Transport-Security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'X-Content-Type-Options': 'nosniff',
  }
  return { headers, outputs, policy }
}

test.each(['eu-west-1', 'us-east-1'])(
  'CloudFront sends the headers of the preview, for the configuration of the stack, in %s',
  (region) => {
    const { headers, outputs } = hosted(region)

    expect(headers).toEqual(
      securityHeaders({
        region,
        identityPoolId: outputs['IdentityPoolId'],
        domain: outputs['Domain'],
        bucket: outputs['Bucket'],
      }),
    )
  },
)

test('CloudFront lets pages fetch a picture at Google where the stack has Google, and nowhere else', () => {
  const { headers, outputs } = hosted('eu-west-1', credentials.Google)

  expect(headers).toEqual(
    securityHeaders({
      region: 'eu-west-1',
      identityPoolId: outputs['IdentityPoolId'],
      domain: outputs['Domain'],
      bucket: outputs['Bucket'],
      socialProviders: ['Google'],
    }),
  )
})

test('each header stands, whatever the bucket says, and none is longer than CloudFront takes', () => {
  const { headers, policy } = hosted('ap-southeast-1')
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy

  for (const header of [...Object.values(security), ...custom.Items]) {
    expect(header).toMatchObject({ Override: true })
  }
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
  for (const [name, value] of Object.entries(headers)) {
    expect(value.length, name).toBeLessThanOrEqual(1_783)
  }
})
