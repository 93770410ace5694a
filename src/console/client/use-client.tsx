import { createContext, use } from 'react'
import type { ConsoleClient } from './console-client.ts'

const ClientContext = createContext<ConsoleClient | undefined>(undefined)

export const ClientProvider = ClientContext

export function useClient(): ConsoleClient {
  const client = use(ClientContext)
  if (!client) throw new Error('The frame hands the client in.')
  return client
}
