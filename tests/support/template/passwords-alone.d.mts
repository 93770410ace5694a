export const passwordsAlone: Readonly<Record<'Passkeys' | 'EmailCodes', string>>
export function withPasswordsAlone(text: string): string
