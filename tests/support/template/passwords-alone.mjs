/**
 * For the journeys that are about passwords: parameters of a pool that takes nothing in their place. The
 * template's own pool takes passkeys and codes by mail, too, and its domain then asks for the name first.
 */
export const passwordsAlone = { Passkeys: 'false', EmailCodes: 'false' }

/**
 * @param text of `infra/template.yaml`
 * @returns it with those parameters for defaults
 */
export function withPasswordsAlone(text) {
  return Object.entries(passwordsAlone).reduce((edited, [name, value]) => {
    const declared = new RegExp(`(\\n  ${name}:\\n(?:    .*\\n)*?    Default: )'true'\\n`)
    if (!declared.test(edited)) throw new Error(`The template has no ${name} that is on`)
    return edited.replace(declared, `$1'${value}'\n`)
  }, text)
}
