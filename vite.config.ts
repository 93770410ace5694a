import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type PluginOption } from 'vite'
import {
  awsConfig,
  isLocalBuild,
  localMode,
  requireAppConfig,
} from './infra/build/configuration/config-plugin.ts'
import { minifyEarlyScript } from './infra/build/pages/minify-early-script.ts'
import { prerender } from './infra/build/pages/prerender.ts'
import { previewHeaders } from './infra/build/pages/preview-headers.ts'
import { previewPages } from './infra/build/pages/preview-pages.ts'
import { privateFiles } from './infra/build/configuration/private-files.ts'
import { pruneTokens } from './infra/build/prune-tokens.ts'
import { pureRouter } from './infra/build/pure-router.ts'
import { readRedirectOnly } from './infra/build/configuration/redirect-only.ts'
import { srpSeam } from './infra/build/srp-seam.ts'
import { templateLines } from './infra/build/template/template-lines.ts'
import { wordsInDev } from './infra/build/pages/words-in-dev.ts'
import { inlineInDev } from './infra/triggers/inline-in-dev.ts'
import { passwordlessFactors } from './src/config/passwordless-factors.ts'

const root = import.meta.dirname

/**
 * Six scripts for what the signed-out pages share, rather than thirty: each further file costs a
 * request and its own compression. Pages, Amplify, the profile, and the words for what goes wrong
 * keep chunks of their own.
 */
const forms = [
  'ui/fields/((checkbox|email|password)-field|field|use-filled)',
  'ui/wording/\\w+/(account|slips)\\.',
  'auth/pending-code',
  'routes/auth/(auth-page|form-problems|use-form-page|check-form)\\.',
]
/** For the pages that ask for a code. */
const codes = [
  'ui/(fields/code-field|inbox-offer|use-countdown|wording/\\w+/codes)',
  'auth/code-delivery',
  'routes/auth/(inbox-code|resend-code)\\.',
]
/** For the pages that ask for a new password. */
const newPassword = ['ui/fields/password-rule', 'routes/auth/password/new-password-field']
/** For the pages that one can leave for the domain. */
const signInOptions = [
  'routes/auth/sign-in-options/(sign-in-options|provider-buttons|managed-login-button)',
  'ui/wording/\\w+/sign-in-options',
]
const shell = [
  'app/(?!config)',
  'navigation/(?!account|inspection)',
  'ui/(announcer|built-environment|button|class-names|environment|inbox.tsx|link|logo|notice|page-|problem-summary|session-switch|theme|wording/\\w+/words)',
  'auth/(session/(session|use-session|browser-storage|sign-out-note)|load-auth|drafts)\\.',
]

/** A group takes what its modules import along, so those that others rest on come first. */
const chunkGroups = [
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom)\//,
    priority: 3,
  },
  { name: 'app', test: new RegExp(`src/(${shell.join('|')})`), priority: 2 },
  { name: 'forms', test: new RegExp(`src/(${forms.join('|')})`), priority: 1 },
  { name: 'codes', test: new RegExp(`src/(${codes.join('|')})`) },
  { name: 'new-password', test: new RegExp(`src/(${newPassword.join('|')})`) },
  { name: 'sign-in-options', test: new RegExp(`src/(${signInOptions.join('|')})`) },
  // Small, and each of them is named by several of the others.
  { name: 'redirect', test: /src\/auth\/redirect\/(answer|attempt|when-brought-back)/ },
  { name: 'config', test: /src\/config\/(config-error|amplify-config)/ },
]

/**
 * As few characters of a hash as Rolldown takes for up to 4,096 files: each page names some thirty, and
 * hashes do not compress. `infra/deploy` knows such names by their length.
 */
const hashedNames = {
  entryFileNames: 'assets/[name]-[hash:7].js',
  chunkFileNames: 'assets/[name]-[hash:7].js',
  assetFileNames: 'assets/[name]-[hash:7][extname]',
}

const alwaysThere = /\/(react|app|rolldown-runtime)-[\w-]+\.(js|css)$/

/** Pages that nobody begins on: what they import is not told to every page, and is a request later. */
const seldomFirst = /\/(account|config-for-diagnostics|session|flow)-[\w-]+\.js$/

/** What a script asks for later need not bring along what every page has loaded at its start. */
function withoutStart(asked: string, files: string[], { hostType }: { hostType: 'html' | 'js' }) {
  if (hostType === 'html') return files
  const isTold = (file: string) =>
    file === asked || file.endsWith('.css') || !seldomFirst.test(asked)
  return files.filter((file) => !alwaysThere.test(file) && isTold(file))
}

export default defineConfig(async ({ command, mode, isPreview = false, isSsrBuild = false }) => {
  const plugins: PluginOption[] = [
    react(),
    privateFiles(process.env['LOCAL_AWS_DATA']),
    wordsInDev(root),
    srpSeam(),
    pureRouter(),
    templateLines(),
    pruneTokens(),
    minifyEarlyScript(),
    prerender(),
    previewPages(),
    previewHeaders(),
    inlineInDev(root),
  ]
  if (isPreview) {
    if (isLocalBuild(join(root, 'dist'))) plugins.push(await localAws())
  } else if (!isSsrBuild) {
    const config = requireAppConfig(root, mode)
    plugins.push(awsConfig(config))
    if (config.kind === 'aws') {
      readRedirectOnly(loadEnv(mode, root, 'VITE_'), config.document.domain)
    }
    if (command === 'serve' && config.kind === 'absent') plugins.push(await localAws())
  }

  return {
    root,
    plugins,
    // A host has no page for a file that is missing.
    appType: isPreview ? ('mpa' as const) : ('spa' as const),
    define:
      command === 'build' && !isPreview
        ? { 'import.meta.env.BUILT_ENVIRONMENT': JSON.stringify(await builtEnvironment(mode)) }
        : {},
    server: { port: 5173, strictPort: true, open: process.stdout.isTTY && !process.env['CI'] },
    preview: { port: 4173, strictPort: true },
    build: {
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false, resolveDependencies: withoutStart },
      rolldownOptions: { output: { codeSplitting: { groups: chunkGroups }, ...hashedNames } },
    },
    optimizeDeps: { rolldownOptions: { plugins: [srpSeam()] } },
  }
})

/**
 * What the first paint may know of the configuration, so that nothing moves when `/config.json`
 * arrives. A build without a configuration knows nothing.
 */
async function builtEnvironment(mode: string): Promise<Environment> {
  const config = requireAppConfig(root, mode)
  const env = loadEnv(mode, root, 'VITE_')
  if (config.kind === 'aws') return environmentOf(config.document, env)
  // A build without a configuration takes whatever it is given later.
  if (mode !== localMode) return {}
  const { startLocalAws } = await import('./local/local-aws.ts')
  const template = join(root, 'infra/template.yaml')
  const localAws = await startLocalAws({ port: 0, data: ':memory:', template })
  await localAws.close()
  return { ...environmentOf(localAws.standIn.config(), env), isLocal: true }
}

interface Environment {
  isLocal?: boolean
  signInRedirect?: { providers: readonly string[]; isRedirectOnly: boolean } | null
  passwordPolicy?: unknown
  passwordless?: readonly string[]
}

function environmentOf(
  config: {
    domain?: string
    socialProviders: readonly string[]
    passwordPolicy?: unknown
    factors?: { first: readonly string[] }
  },
  env: Readonly<Record<string, string>>,
): Environment {
  const { domain, socialProviders: providers, passwordPolicy, factors } = config
  const isRedirectOnly = readRedirectOnly(env, domain)
  return {
    signInRedirect: domain === undefined ? null : { providers, isRedirectOnly },
    passwordPolicy,
    // In whatever browser, at whatever host: most have passkeys, and the page then stands still.
    passwordless: passwordlessFactors.filter((way) => factors?.first.includes(way)),
  }
}

/** Loaded where it runs only: a build knows nothing of the local AWS. */
async function localAws(): Promise<PluginOption> {
  const { localAws: plugin } = await import('./local/vite-plugin.ts')
  return plugin()
}
