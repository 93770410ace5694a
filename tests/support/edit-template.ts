import { readFileSync } from 'node:fs'
import type { TestStandIn } from './stand-in.ts'

/** Serves the template with some of its text replaced, as whoever edits it would. */
export function editTemplate(
  standIn: Pick<TestStandIn, 'reload'>,
  ...edits: readonly (readonly [from: string, to: string])[]
): void {
  let text = readFileSync('infra/template.yaml', 'utf8')
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`The template has no ${from}`)
    text = text.replace(from, to)
  }
  standIn.reload(text)
}

/** A second app client, beside the template's own: what another app of the same pool has. */
export const otherClient = [
  '  UserPoolDomain:\n',
  [
    '  OtherClient:',
    '    Type: AWS::Cognito::UserPoolClient',
    '    Properties:',
    '      UserPoolId: !Ref UserPool',
    '      AllowedOAuthFlowsUserPoolClient: true',
    '      AllowedOAuthFlows: [code]',
    '      AllowedOAuthScopes: [openid]',
    '      SupportedIdentityProviders: [COGNITO]',
    '      CallbackURLs: [https://other.example/callback]',
    '  UserPoolDomain:\n',
  ].join('\n'),
] as const
