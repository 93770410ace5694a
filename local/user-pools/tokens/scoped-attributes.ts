const attributesOf: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  // OpenID Connect Core 1.0, section 5.4.
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
  ],
}

/**
 * Which attributes the scopes of a token let through, in its ID token and at userInfo. `openid` with
 * none of `email`, `phone` and `profile` means all of them; `profile` has the custom ones with it.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export function attributeFilter(scope: string): (name: string) => boolean {
  const limiting = scope.split(' ').filter((name) => Object.hasOwn(attributesOf, name))
  if (limiting.length === 0) return () => true
  const names = new Set(limiting.flatMap((name) => attributesOf[name] ?? []))
  return (name) => names.has(name) || (name.startsWith('custom:') && limiting.includes('profile'))
}

/** Whether an app client may read what a scope is about: of e-mail and phone both halves or nothing. */
export function mayReadScope(
  { readAttributes }: { readAttributes?: readonly string[] },
  scope: string,
): boolean {
  if (readAttributes === undefined) return true
  const needed = ['email', 'phone']
    .filter((name) => scope.split(' ').includes(name))
    .flatMap((name) => attributesOf[name] ?? [])
  return needed.every((name) => readAttributes.includes(name))
}
