type ValueOf = (name: string) => string | undefined

/**
 * Whether the pages that passkeys are for will be others. Browsers offer a passkey to its own host alone, and
 * no setting brings it to another: everybody's passkeys stay listed, and sign nobody in.
 *
 * @param before values of the stack that there is; what an older template did not have has none.
 * @param after as they would be.
 * @returns the warning, in words.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function passkeyLoss(before: ValueOf, after: ValueOf): string | undefined {
  if (before('Passkeys') !== 'true') return undefined
  const [old, next] = [hostOf(before), hostOf(after)]
  if (old === next) return undefined
  return (
    `Passkeys are for ${next} from now on, and were for ${old}: WHOEVER HAS ONE CAN NO LONGER SIGN IN WITH IT. ` +
    'They sign in another way, and make a new one. ' +
    `To keep them: --parameter PasskeyHost=${before('PasskeyHost') || old}`
  )
}

/** As the template decides it. */
function hostOf(valueOf: ValueOf): string {
  const given = valueOf('PasskeyHost')
  if (given) return given
  if (valueOf('Hosting') !== 'true') return 'localhost'
  return valueOf('SiteDomainName') || 'the name that CloudFront gave the site'
}
