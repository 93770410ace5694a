import { readFileSync } from 'node:fs'
import { type EvaluatedTemplate, evaluateTemplate } from '../../local/template/evaluate-template.ts'
import { createProblems } from '../../local/template/problems.ts'
import { createLoadContext } from '../support/load-context.ts'
import { parametersOf, socialProviders } from './social-parameters.ts'

/** The template that AWS deploys and the local AWS loads. */
export const template = {
  file: 'infra/template.yaml',
  text: readFileSync(new URL('../../infra/template.yaml', import.meta.url), 'utf8'),
}

/** Every choice of parameters that turns a condition or a switch the other way. */
export const choices: readonly Readonly<Record<string, string>>[] = [
  {},
  { DomainPrefix: 'acme-sign-in' },
  { AllowGuests: 'true' },
  { LinkAccounts: 'false' },
  { DeletionProtection: 'INACTIVE' },
  {
    CallbackUrls: 'https://app.example.com/callback, myapp://callback',
    LogoutUrls: 'https://app.example.com/',
    AllowedOrigins: 'https://app.example.com',
  },
  ...socialProviders.map((provider) => parametersOf([provider])),
  parametersOf(socialProviders),
]

export function evaluated(
  text: string,
  parameters: Readonly<Record<string, string>> = {},
): EvaluatedTemplate {
  return evaluateTemplate(text, createLoadContext(parameters), createProblems(template.file))
}
