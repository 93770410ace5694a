import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { allowXmlParsing } from './app/allow-xml-parsing.ts'
import { App } from './app/app.tsx'
import { createAppRouter } from './app/create-app-router.ts'
import { whenOnline } from './app/when-online.ts'
import { loadAuth, provideAuthConfig } from './auth/load-auth.ts'
import { setLocalDomain } from './auth/redirect/open-domain.ts'
import { startSharing } from './auth/session/sharing.ts'
import type { AppConfig } from './config/app-config.ts'
import type { PasswordlessFactor } from './config/passwordless-factors.ts'
import { isRedirectOnly } from './config/redirect-only.ts'
import { answerAddress } from './navigation/answer-address.ts'
import { recordByDefault } from './recorder/switch.ts'
import { builtEnvironment } from './ui/built-environment.ts'
import type { Environment } from './ui/environment.tsx'
import type { Inbox } from './ui/inbox.tsx'
import './ui/theme.css'

allowXmlParsing()

const answeredAt = answerAddress(window.location)
if (answeredAt !== undefined) window.history.replaceState(null, '', answeredAt)

// Nothing that is painted first needs the configuration, so the code that checks it comes after.
const configured = whenOnline(async () => {
  const [{ loadConfig, passwordlessFactorsOf }, { toResourcesConfig }] = await Promise.all([
    import('./config/load-config.ts'),
    import('./config/amplify-config.ts'),
  ])
  const { hostname, origin } = window.location
  const config = await loadConfig(hostname)
  startSharing(config.userPoolClientId)
  const inbox = await startLocalMode(config)
  const environment = environmentOf(config, passwordlessFactorsOf(config, hostname))
  return { environment, inbox, resources: toResourcesConfig(config, origin) }
})
provideAuthConfig(configured.then(({ resources }) => resources))
loadAuthOnFirstTouch()
await start()

/** Renders at once, with or without the configuration: only what needs it waits for it. */
async function start(): Promise<void> {
  const router = await createAppRouter()
  let root: Root | undefined
  function show(environment: Environment, inbox?: Inbox) {
    const app = (
      <StrictMode>
        <App router={router} environment={environment} inbox={inbox} />
      </StrictMode>
    )
    if (root) root.render(app)
    else root = createAppRoot(app)
  }

  // An update before React has hydrated would make it throw the built HTML away.
  const hydrated = new Promise((resolve) => {
    window.addEventListener('hydrated', resolve, { once: true })
  })
  show(builtEnvironment)
  await hydrated
  try {
    const { environment, inbox } = await configured
    show(environment, inbox)
  } catch (error) {
    const { showConfigProblems } = await import('./app/config-problems.tsx')
    showConfigProblems(error, router, root)
  }
}

function environmentOf(
  { passwordPolicy, domain, socialProviders, examples, local }: AppConfig,
  passwordless: readonly PasswordlessFactor[],
): Environment {
  return {
    passwordless,
    ...(examples && { examples }),
    ...(passwordPolicy && { passwordPolicy }),
    isLocal: local !== undefined,
    ...(local && { inboxUrl: local.consoleUrl }),
    signInRedirect: domain === undefined ? null : { providers: socialProviders, isRedirectOnly },
  }
}

/** Hydrates where the HTML was built for this very page, and renders from nothing elsewhere. */
function createAppRoot(app: React.ReactNode): Root {
  const container = document.getElementById('root')
  if (!container) throw new Error('index.html has lost its root element.')
  if (container.dataset['path'] === window.location.pathname) return hydrateRoot(container, app)
  container.replaceChildren()
  const root = createRoot(container)
  root.render(app)
  return root
}

/** Before Amplify is configured; a production build has none of it. */
async function startLocalMode(appConfig: AppConfig): Promise<Inbox | undefined> {
  if (import.meta.env.MODE === 'production' || !appConfig.local) return undefined
  const { createInbox, installLocalMode } = await import('./local-mode.ts')
  recordByDefault()
  const localConfig = { ...appConfig, local: appConfig.local }
  installLocalMode(localConfig)
  setLocalDomain(appConfig.local.domainUrl)
  return { findCode: createInbox(localConfig) }
}

/** The first touch is long before the first submit, so nobody waits for the code. */
function loadAuthOnFirstTouch(): void {
  const touches = ['pointerdown', 'keydown', 'focusin'] as const
  function load() {
    for (const touch of touches) window.removeEventListener(touch, load)
    // Whoever submits a form asks again, and is told what is wrong.
    loadAuth().catch(ignore)
    import('./routes/auth/explain-error.ts').catch(ignore)
    import('./routes/auth/sign-out.ts').catch(ignore)
  }
  for (const touch of touches) window.addEventListener(touch, load, { passive: true })
}

function ignore(): void {
  // The page that shows the configuration's problems comes from `start`.
}
