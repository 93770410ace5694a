import type { ProviderContext } from './provider.ts'

/** Behind the tokens of a provider's forms: another one for each. */
export function formKey({ registrations, provider }: ProviderContext): Uint8Array {
  return new TextEncoder().encode(registrations.secretOf(`${provider.slug} forms`))
}
