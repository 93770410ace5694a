/** Amplify keeps its SRP helper to itself; the bench's build resolves this name to its file. */
declare module 'amplify-srp/getAuthenticationHelper' {
  interface BigIntegerClass {
    new (hex: string, radix: number): object
  }
  export function getAuthenticationHelper(poolName: string): Promise<{
    A: { constructor: BigIntegerClass }
    getPasswordAuthenticationKey(input: {
      username: string
      password: string
      serverBValue: object
      salt: object
    }): Promise<Uint8Array>
  }>
}
