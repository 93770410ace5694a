import type { ListUserPoolClientsRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { pageOf } from '../../pools/page.ts'

type Input = With<ListUserPoolClientsRequest, 'UserPoolId'>

const mostAtOnce = 60

/**
 * ListUserPoolClients: a pool's app clients, a page at a time. None registered itself (`DCR`).
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClients.html
 */
export function listUserPoolClients(input: Input, ctx: OperationContext): Promise<object> {
  const { id, clients } = requirePool(ctx, input.UserPoolId)
  const ofType = input.ClientType === 'DCR' ? [] : clients
  const { page, ...next } = pageOf(ofType, input.MaxResults ?? mostAtOnce, input.NextToken)
  const UserPoolClients = page.map((client) => ({
    ClientId: client.id,
    UserPoolId: id,
    ClientName: client.name,
  }))
  return Promise.resolve({ UserPoolClients, ...next })
}
