/**
 * What authenticator apps read as a QR code or open as a link. Algorithm, digits and period are left
 * out: Cognito's are the defaults, and some apps know no others.
 *
 * @param secret base32.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function keyUri(issuer: string, account: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
