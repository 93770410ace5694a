/**
 * Passwords that are taken to have leaked, where no other list is given. All pass the policy that
 * Cognito's pools begin with: what does not is refused before.
 */
export const leakedPasswords: ReadonlySet<string> = new Set([
  'Abcd1234!',
  'Admin123!',
  'Admin@123',
  'Changeme1!',
  'Hello123!',
  'Letmein1!',
  'P@ssw0rd',
  'P@ssw0rd1',
  'P@ssw0rd123',
  'Passw0rd!',
  'Password1!',
  'Password123!',
  'Password@123',
  'Qwerty123!',
  'Summer2026!',
  'Test1234!',
  'Welcome1!',
  'Welcome123!',
  'Welcome@123',
  'Winter2026!',
])
