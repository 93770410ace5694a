type Parameters = Readonly<Record<string, string>>

/** What a developer gets at each provider's console, by the provider's name in Amplify. */
export const credentials = {
  Google: {
    GoogleClientId: '1example.apps.googleusercontent.com',
    GoogleClientSecret: 'secret-of-google',
  },
  Facebook: { FacebookClientId: '1234567890', FacebookClientSecret: 'secret-of-facebook' },
  Apple: {
    AppleServicesId: 'com.example.cognito',
    AppleTeamId: 'TEAM123456',
    AppleKeyId: 'KEY1234567',
    ApplePrivateKey: 'MIGTAgEAMBMGByqGSM49AgEG+key/of/apple==',
  },
  Amazon: {
    AmazonClientId: 'amzn1.application-oa2-client.1example',
    AmazonClientSecret: 'secret-of-amazon',
  },
  Company: {
    OidcIssuer: 'https://login.example.com/tenant',
    OidcClientId: 'client-of-company',
    OidcClientSecret: 'secret-of-company',
  },
} as const satisfies Readonly<Record<string, Parameters>>

export type SocialProvider = keyof typeof credentials

export const socialProviders = Object.keys(credentials) as readonly SocialProvider[]

export const secretParameters = [
  'GoogleClientSecret',
  'FacebookClientSecret',
  'ApplePrivateKey',
  'AmazonClientSecret',
  'OidcClientSecret',
] as const

/** The template's parameters for those providers. */
export function parametersOf(providers: readonly SocialProvider[]): Parameters {
  return Object.assign({}, ...providers.map((name) => credentials[name])) as Parameters
}

/** Each of the 32 ways to choose from five providers. */
export const combinations: readonly (readonly SocialProvider[])[] = Array.from(
  { length: 2 ** socialProviders.length },
  (_, bits) => socialProviders.filter((_name, index) => (bits >> index) % 2 === 1),
)
