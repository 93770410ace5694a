import { readFileSync } from 'node:fs'
import type { TestStandIn } from '../stand-in.ts'

type Edit = readonly [from: string, to: string]

/** Serves the template with some of its text replaced, as whoever edits it would. */
export function editTemplate(
  standIn: Pick<TestStandIn, 'reload'>,
  ...edits: readonly Edit[]
): void {
  standIn.reload(edited('infra/template.yaml', ...edits))
}

/** @throws for what is not in the file. */
export function edited(file: string, ...edits: readonly Edit[]): string {
  let text = readFileSync(file, 'utf8')
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`The template has no ${from}`)
    text = text.replace(from, to)
  }
  return text
}

/** What the role of whoever is signed in may keep objects in, and list. */
export const ownObjects = [
  'Resource: !Join',
  "                  - ''",
  '                  - - !GetAtt Bucket.Arn',
  '                    - /users/${cognito-identity',
  "                    - !If [InGovWest, -us-gov, !If [InGovEast, .us-gov-east-1, '']]",
  '                    - .amazonaws.com:sub}/*',
].join('\n')
export const ownPrefix = [
  's3:prefix: !Join',
  "                      - ''",
  '                      - - users/${cognito-identity',
  "                        - !If [InGovWest, -us-gov, !If [InGovEast, .us-gov-east-1, '']]",
  '                        - .amazonaws.com:sub}/*',
].join('\n')

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
