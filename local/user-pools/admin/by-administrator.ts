import { noClientId } from '../triggers/trigger-table.ts'

/** What an administrator's call tells its triggers, and the messages that it has composed. */
export function byAdministrator<Source extends string>(
  source: Source,
  { ClientMetadata: clientMetadata }: { ClientMetadata?: Record<string, string> | undefined },
) {
  return { source, clientId: noClientId, clientMetadata }
}
