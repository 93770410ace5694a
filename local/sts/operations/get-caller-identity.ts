import type { QueryCall } from '../../http/aws-query/aws-query.ts'
import type { XmlContent } from '../../http/rest-xml.ts'
import { callerArn, callerUserId, partitionAndAccount } from '../../iam/caller.ts'
import type { StsContext } from '../context.ts'

/**
 * GetCallerIdentity: who signed. No policy allows or denies it.
 *
 * @throws those of a request that is not signed as it should be.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function getCallerIdentity(
  _: unknown,
  ctx: StsContext,
  call: QueryCall,
): Promise<XmlContent> {
  const caller = await ctx.authenticate(call)
  return [
    ['Arn', callerArn(caller)],
    ['UserId', callerUserId(caller)],
    ['Account', partitionAndAccount(caller).account],
  ]
}
