import type { FailureCause } from '../problem.ts'

const distribution = 'AWS::CloudFront::Distribution'
const again = 'then run the same command again'

/** For what hosting adds to a stack; see `causes`, which these go before. */
export const siteCauses: readonly FailureCause[] = [
  {
    says: /account must be verified before you can add new CloudFront/i,
    remedy:
      'New accounts may not use CloudFront until AWS has looked at them. Ask for it at ' +
      `https://console.aws.amazon.com/support/home, quoting these words, ${again}. Until then: --no-hosting`,
  },
  {
    type: distribution,
    says: /already associated with a different resource|CNAMEAlreadyExists|incorrectly configured DNS record/i,
    remedy:
      'SiteDomainName belongs to another CloudFront distribution, maybe of another account, or its DNS record leads ' +
      `to one. Take it out there, or choose another name, ${again}. Which one it is: ` +
      'aws cloudfront list-conflicting-aliases; see https://repost.aws/knowledge-center/resolve-cnamealreadyexists-error',
  },
  {
    type: distribution,
    says: /doesn't cover the alternate domain name|attach a trusted certificate/i,
    remedy:
      'The certificate is for another name. Give one whose names have SiteDomainName, or a wildcard for it ' +
      `(*.example.com covers app.example.com, not example.com), ${again}.`,
  },
  {
    type: distribution,
    says: /certificate/i,
    remedy:
      'CloudFront takes certificates of AWS Certificate Manager that are in us-east-1, wherever the stack is, issued ' +
      'and not expired. Request one there, for SiteDomainName: ' +
      `https://us-east-1.console.aws.amazon.com/acm/home?region=us-east-1, ${again}.`,
  },
  {
    type: 'AWS::WAFv2::WebACL',
    says: /scope is not valid/i,
    remedy:
      'A web ACL for CloudFront can be made in us-east-1 only. Make one there and give its ARN, ' +
      'npm run deploy -- --parameter SiteWebAclArn=<ARN>, or go without: --parameter WebApplicationFirewall=false',
  },
  {
    type: distribution,
    says: /web ?acl/i,
    remedy:
      'CloudFront takes web ACLs of this account, of scope CLOUDFRONT and so in us-east-1. Look at SiteWebAclArn, ' +
      `${again}.`,
  },
]
