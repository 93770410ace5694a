import { refusal } from '../problem.ts'

/**
 * What a stack outside us-east-1 would fail at, minutes later: CloudFront's web ACLs live there.
 *
 * @param valueOf of a parameter, as it would be after the deployment.
 * @throws DeployProblem
 */
export function checkFirewall(valueOf: (name: string) => string | undefined, region: string): void {
  const isWanted = valueOf('Hosting') === 'true' && valueOf('WebApplicationFirewall') === 'true'
  if (!isWanted || valueOf('SiteWebAclArn') || region === 'us-east-1') return
  throw refusal(
    `A web ACL for the site would have to be in us-east-1, and the stack is in ${region}.`,
    'Make one there (AWS console > WAF & Shield > Web ACLs > Global (CloudFront)) and give its ARN: ' +
      '--parameter SiteWebAclArn=<ARN>. Or go without: --parameter WebApplicationFirewall=false',
  )
}
