/** What a file has to be made, each with the line that it begins on. */
export interface Seed {
  groups: readonly SeedGroup[]
  people: readonly SeedPerson[]
  objects: readonly SeedObject[]
}

export interface SeedGroup {
  line: number
  name: string
  description?: string
  precedence?: number
  roleArn?: string
}

export interface SeedPerson {
  line: number
  /** What they sign in with: the address in a pool where addresses are usernames. */
  username: string
  /** By Cognito's names. */
  attributes: Readonly<Record<string, string>>
  /** Clear text. Nothing says it. */
  password?: { text: string; isTemporary: boolean }
  groups: readonly string[]
  isDisabled: boolean
  /** Second steps that need nothing of the person, the first one asked for first. */
  secondSteps: readonly SecondStep[]
}

export type SecondStep = 'sms' | 'email'

export interface SeedObject {
  line: number
  key: string
  contentType: string
  body: { text: string } | { file: string }
}
