import type { GetCSVHeaderRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { columnsOf } from '../../import/columns.ts'
import type { With } from '../../operation.ts'

type Input = With<GetCSVHeaderRequest, 'UserPoolId'>

/**
 * GetCSVHeader: the columns that a file of people has to have, whose values may be left out.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetCSVHeader.html
 */
export function getCsvHeader({ UserPoolId }: Input, ctx: OperationContext): Promise<object> {
  return Promise.resolve({ UserPoolId, CSVHeader: columnsOf(requirePool(ctx, UserPoolId)) })
}
