import { useState } from 'react'
import { useEnvironment } from '../../../ui/environment.tsx'
import { PasswordField } from '../../../ui/fields/password-field.tsx'
import { PasswordRuleList } from '../../../ui/fields/password-rule-list.tsx'
import { passwordRules } from '../../../ui/fields/password-rules.ts'

interface Props {
  label?: string
  error?: string | undefined
}

/** A password to be: the pool's rules tick as one types, where the configuration tells them. */
export function NewPasswordField({ label, error }: Props) {
  const { passwordPolicy } = useEnvironment()
  const [password, setPassword] = useState('')
  return (
    <div className="new-password">
      <PasswordField
        {...(label !== undefined && { label })}
        autoComplete="new-password"
        error={error}
        describedBy={passwordPolicy && 'password-rules'}
        onType={setPassword}
      />
      {passwordPolicy && (
        <PasswordRuleList id="password-rules" rules={passwordRules(passwordPolicy, password)} />
      )}
    </div>
  )
}
