import { required } from '../../../src/config/rules.ts'
import type { AwsConfigValues, ConfigProblem } from './check-aws-config.ts'
import { envKeys } from './env-keys.ts'

type EnvKey = keyof typeof envKeys

/** Of the tools that have such names read by a browser's build. */
const prefixes = /^(VITE|REACT_APP|NEXT_PUBLIC|NUXT_PUBLIC|VUE_APP|EXPO_PUBLIC|NG_APP|GATSBY)_/

/** What others call the same, without prefixes and underscores. */
const otherNames: Readonly<Record<EnvKey, readonly string[]>> = {
  VITE_AWS_REGION: ['REGION', 'DEFAULTREGION', 'PROJECTREGION', 'USERPOOLREGION'],
  VITE_USER_POOL_ID: ['USERPOOLID', 'POOLID', 'USERPOOL', 'USERPOOLSID'],
  VITE_USER_POOL_CLIENT_ID: [
    'USERPOOLCLIENTID',
    'USERPOOLWEBCLIENTID',
    'USERPOOLSWEBCLIENTID',
    'USERPOOLAPPCLIENTID',
    'WEBCLIENTID',
    'APPCLIENTID',
    'CLIENTID',
  ],
  VITE_IDENTITY_POOL_ID: ['IDENTITYPOOLID', 'IDENTITYPOOL'],
  VITE_COGNITO_DOMAIN: ['DOMAIN', 'USERPOOLDOMAIN', 'OAUTHDOMAIN', 'HOSTEDUIDOMAIN', 'AUTHDOMAIN'],
  VITE_S3_BUCKET: ['BUCKET', 'BUCKETNAME', 'S3BUCKET', 'S3BUCKETNAME', 'STORAGEBUCKET'],
  VITE_SOCIAL_PROVIDERS: ['SOCIALPROVIDERS', 'IDENTITYPROVIDERS'],
  VITE_FIRST_FACTORS: ['FIRSTFACTORS', 'FIRSTAUTHFACTORS', 'ALLOWEDFIRSTAUTHFACTORS'],
  VITE_MFA: ['MFACONFIGURATION'],
  VITE_SECOND_FACTORS: ['SECONDFACTORS', 'ENABLEDMFAS', 'MFAMETHODS'],
  VITE_RELYING_PARTY: ['RELYINGPARTY', 'RELYINGPARTYID', 'RPID', 'WEBAUTHNRELYINGPARTYID'],
  VITE_REMEMBER_DEVICES: ['REMEMBERDEVICES', 'DEVICETRACKING', 'DEVICECONFIGURATION'],
  VITE_USER_ATTRIBUTES: ['USERATTRIBUTES', 'SCHEMAATTRIBUTES'],
  VITE_EXAMPLES: ['EXAMPLES'],
}

interface Misnamed {
  /** A name that is read by nobody, while the one that is meant is missing. */
  problems: ConfigProblem[]
  /** A name that is read by nobody, beside the one that is meant. */
  notes: string[]
}

/**
 * Names that look like ours and are not: nobody would read them, and nothing would say so. Where none
 * is Cognito's beyond doubt, the names are another program's: `AWS_REGION` says nothing of this app.
 *
 * @param values what is given under the right names.
 */
export function findMisnamedKeys(names: readonly string[], values: AwsConfigValues): Misnamed {
  const misnamed: Misnamed = { problems: [], notes: [] }
  const found = [...new Set(names)].flatMap((name) => {
    const meant = Object.hasOwn(envKeys, name) ? undefined : meantBy(name)
    return meant === undefined ? [] : [{ name, ...meant }]
  })
  if (Object.keys(values).length === 0 && !found.some(({ isSure }) => isSure)) return misnamed
  for (const { name, meant, isSure } of found) {
    const member = envKeys[meant]
    const message = `${name} is not read: the name is ${meant}.`
    const isMissed = isSure || required.some((other) => other === member)
    if (values[member] === undefined && isMissed) {
      misnamed.problems.push({ key: name, for: meant, message, where: 'the file: rename it there' })
    } else if (prefixes.test(name.toUpperCase())) {
      misnamed.notes.push(message)
    }
  }
  return misnamed
}

/** @returns `isSure` where no other program has such a name. */
function meantBy(name: string): { meant: EnvKey; isSure: boolean } | undefined {
  const [own = ''] = /VITE_\w+(?=:?$)/.exec(name) ?? []
  if (Object.hasOwn(envKeys, own)) return { meant: own as EnvKey, isSure: true }
  const [prefix] = prefixes.exec(name.toUpperCase()) ?? ['']
  const rest = name.toUpperCase().slice(prefix.length).replace(/[_.-]/g, '')
  const bare = rest.replace(/^(AWS|AMPLIFY|COGNITO|AUTH)+(?=.)/, '')
  const keys = Object.keys(envKeys) as EnvKey[]
  const known = keys.find((key) => [rest, bare].some((each) => otherNames[key].includes(each)))
  if (known) return { meant: known, isSure: /USERPOOL|IDENTITYPOOL|COGNITO/.test(rest) }
  const slip = prefix === '' ? undefined : keys.find((key) => distance(rest, bareOf(key)) <= 2)
  return slip && { meant: slip, isSure: true }
}

function bareOf(key: EnvKey): string {
  return key.slice('VITE_'.length).replaceAll('_', '')
}

/** How many letters have to be added, left out or changed: Levenshtein's distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1]
    for (const [at, other] of Array.from(to).entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
