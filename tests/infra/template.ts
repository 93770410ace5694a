import { readFileSync } from 'node:fs'
import { type EvaluatedTemplate, evaluateTemplate } from '../../local/template/evaluate-template.ts'
import { createProblems } from '../../local/template/problems.ts'
import { examples } from '../support/template/examples.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { parametersOf, socialProviders } from './social-parameters.ts'

/** The template that AWS deploys and the local AWS loads. */
export const template = {
  file: 'infra/template.yaml',
  text: readFileSync(new URL('../../infra/template.yaml', import.meta.url), 'utf8'),
}

/** A site under its own name, with all that costs. */
export const everythingHosted = {
  Hosting: 'true',
  SiteDomainName: 'app.example.com',
  SiteCertificateArn:
    'arn:aws:acm:us-east-1:123456789012:certificate/0f1e2d3c-4b5a-4697-8899-aabbccddeeff',
  WebApplicationFirewall: 'true',
  ThreatProtection: 'ENFORCED',
}

/** Text messages and mail, with all that may be said of either. */
export const withSenders = {
  SmsRoleArn: 'arn:aws:iam::123456789012:role/service-role/sms',
  SmsExternalId: '0f1e2d3c-4b5a-4697-8899-aabbccddeeff',
  EmailIdentityArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
  EmailFrom: 'Acme <login@example.com>',
}

/** Every choice of parameters that turns a condition or a switch the other way. */
export const choices: readonly Readonly<Record<string, string>>[] = [
  {},
  { DomainPrefix: 'acme-sign-in' },
  { AllowGuests: 'true' },
  { Editors: 'true' },
  { LinkAccounts: 'false' },
  { DeletionProtection: 'INACTIVE' },
  {
    CallbackUrls: 'https://app.example.com/callback, myapp://callback',
    LogoutUrls: 'https://app.example.com/',
    AllowedOrigins: 'https://app.example.com',
  },
  { Hosting: 'true' },
  { Hosting: 'true', WebApplicationFirewall: 'true' },
  {
    Hosting: 'true',
    SiteWebAclArn: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/site/0f1e',
  },
  { WebApplicationFirewall: 'true' },
  { ThreatProtection: 'AUDIT' },
  { Mfa: 'OFF', Passkeys: 'false', EmailCodes: 'false', SessionTracking: 'false' },
  { Mfa: 'ON', EmailCodes: 'false', RememberDevices: 'ALWAYS', PasskeyHost: 'example.com' },
  withSenders,
  { ...withSenders, Mfa: 'OFF', RememberDevices: 'ASK' },
  everythingHosted,
  { AllowedDomains: 'example.com,example.org', LinkAccounts: 'false' },
  { MailName: 'Acme', LinkAccounts: 'false' },
  { Welcome: 'true', Editors: 'true' },
  { CompanyClaim: 'true' },
  { OldDirectory: 'old-directory.json' },
  examples,
  { ...examples, ...everythingHosted, EmailFrom: 'Acme <login@example.com>' },
  ...socialProviders.map((provider) => parametersOf([provider])),
  parametersOf(socialProviders),
]

export function evaluated(
  text: string,
  parameters: Readonly<Record<string, string>> = {},
): EvaluatedTemplate {
  return evaluateTemplate(text, createLoadContext(parameters), createProblems(template.file))
}
