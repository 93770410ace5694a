import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type PluginOption } from 'vite'
import { awsConfig, isLocalBuild, requireAppConfig } from './infra/build/config-plugin.ts'
import { prerender } from './infra/build/prerender.ts'
import { previewPages } from './infra/build/preview-pages.ts'
import { pruneTokens } from './infra/build/prune-tokens.ts'
import { srpSeam } from './infra/build/srp-seam.ts'

const root = import.meta.dirname

/**
 * Two scripts for what every signed-out page needs, rather than twenty: each further file costs a
 * request and its own compression. Pages, Amplify, the profile, and the words for what goes wrong
 * keep chunks of their own.
 */
const shared = [
  'app/(?!config)',
  'navigation/',
  'ui/(?!wording/(config|problems|profile))',
  'auth/(session|use-session|load-auth|browser-storage|pending-code|code-delivery|drafts)',
  'routes/auth/(auth-page|form-problems|use-form-page|check-form|new-password-field|inbox-code|resend-code)',
]

const chunkGroups = [
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom)\//,
  },
  { name: 'app', test: new RegExp(`src/(${shared.join('|')})`) },
]

export default defineConfig(async ({ command, mode, isPreview = false, isSsrBuild = false }) => {
  const plugins: PluginOption[] = [react(), srpSeam(), pruneTokens(), prerender(), previewPages()]
  if (isPreview) {
    if (isLocalBuild(join(root, 'dist'))) plugins.push(await localAws())
  } else if (!isSsrBuild) {
    const config = requireAppConfig(root, mode)
    plugins.push(awsConfig(config))
    if (command === 'serve' && config.kind === 'absent') plugins.push(await localAws())
  }

  return {
    root,
    plugins,
    server: { port: 5173, strictPort: true, open: process.stdout.isTTY && !process.env['CI'] },
    preview: { port: 4173, strictPort: true },
    build: {
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
    },
    optimizeDeps: { rolldownOptions: { plugins: [srpSeam()] } },
  }
})

/** Loaded where it runs only: a build knows nothing of the local AWS. */
async function localAws(): Promise<PluginOption> {
  const { localAws: plugin } = await import('./local/vite-plugin.ts')
  return plugin()
}
