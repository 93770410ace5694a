/** Where a code went. AWS masks the destination, e.g. `a***@e***`. */
export interface CodeDelivery {
  destination: string | undefined
  /** `EMAIL`, `SMS`, or another of AWS's words. */
  medium: string | undefined
}

/** How long AWS lets a confirmation code live, and a password-reset code. */
export const signUpCodeHours = 24
export const resetCodeHours = 1

/** Codes are pasted from mails with spaces and line ends around and within. */
export function parseCode(text: string): string {
  return text.replace(/\s/g, '')
}
