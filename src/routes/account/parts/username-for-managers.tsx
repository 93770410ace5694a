/** Not hidden from password managers, which must know whose password they fill in or keep. */
export function UsernameForManagers({ email }: { email: string }) {
  return (
    <input
      className="visually-hidden"
      type="email"
      name="username"
      autoComplete="username"
      value={email}
      aria-hidden="true"
      tabIndex={-1}
      readOnly
    />
  )
}
