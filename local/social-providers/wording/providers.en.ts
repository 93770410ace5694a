import type { Slug } from '../registration.ts'

interface ProviderWords {
  name: string
  title: (client: string) => string
  intro: (client: string) => string
}

/** What each says in its own way. None of it is taken from the real one's pages. */
export const providerWords: Readonly<Record<Slug, ProviderWords>> = {
  google: {
    name: 'Google',
    title: (client) => `Which account is for ${client}?`,
    intro: () => 'Pick one. It stays signed in until this browser is closed.',
  },
  facebook: {
    name: 'Facebook',
    title: (client) => `Meet ${client} as yourself`,
    intro: (client) =>
      `${client} would like to know who you are. Whether it learns your email address is up to you.`,
  },
  apple: {
    name: 'Apple',
    title: (client) => `Your ID for ${client}`,
    intro: (client) =>
      `${client} hears your name once, the first time, and reaches you at your own address or one that stands for it.`,
  },
  amazon: {
    name: 'Amazon',
    title: (client) => `Bring your details to ${client}`,
    intro: () => 'The ones your parcels go by. Nothing is ordered.',
  },
  company: {
    name: 'Company',
    title: () => 'Staff entrance',
    intro: (client) => `You are expected at ${client}. Who is it?`,
  },
}
