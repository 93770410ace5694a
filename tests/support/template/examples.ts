/** What turns on all functions of `infra/triggers`. */
export const examples = {
  AllowedDomains: 'example.com',
  MailName: 'Acme',
  Welcome: 'true',
  CompanyClaim: 'true',
  MagicLinks: 'true',
  OldDirectory: 'old-directory.json',
  EmailIdentityArn: 'arn:aws:ses:us-east-1:123456789012:identity/login@example.com',
}
