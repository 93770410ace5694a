import type { Root } from 'react-dom/client'
import type { DataRouter } from 'react-router-dom'
import { ConfigError, type ConfigProblem } from '../config/config-error.ts'
import { configProblemText } from '../doctor/report/config-problem-text.ts'
import { paths } from '../navigation/paths.ts'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/class-names.ts'
import { Logo } from '../ui/logo.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { configWords } from '#words/config'
import { words } from '#words/words'
import '../ui/css/config-problems.css'

/**
 * Instead of the app when it cannot know which AWS it belongs to. It never falls back in silence; only
 * the diagnostics page, which finds out why, stays as long as one stays there.
 *
 * @throws `error` itself when it says nothing of the configuration.
 */
export function showConfigProblems(
  error: unknown,
  router: DataRouter,
  root: Root | undefined,
): void {
  if (!(error instanceof ConfigError)) throw error
  const { problems } = error
  let isReplaced = false
  router.subscribe(replace)
  replace(router.state)

  function replace({ location }: DataRouter['state']) {
    const isDiagnostics = location.pathname === paths.diagnostics()
    // Back to it, from outside of the router.
    if (isDiagnostics && isReplaced) window.location.reload()
    if (isDiagnostics || isReplaced) return
    isReplaced = true
    root?.render(<ConfigProblems problems={problems} />)
  }
}

function ConfigProblems({ problems }: { problems: readonly ConfigProblem[] }) {
  return (
    <>
      <header className="site-header">
        <div className="site-header-inner">
          <span className="brand">
            <Logo />
            {words.product}
          </span>
        </div>
      </header>
      <main id="content" className="message-page">
        <PageTitle hasProblem>{configWords.title}</PageTitle>
        <PageHeading>{configWords.heading}</PageHeading>
        <p>{configWords.intro}</p>
        <div className="config-problems" role="alert">
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>
                <strong>{configProblemText(problem)}</strong>
                {'key' in problem && <Where configKey={problem.key} />}
              </li>
            ))}
          </ul>
        </div>
        <p>{configWords.remedy}</p>
        <div className="actions">
          <Button variation="primary" onClick={() => window.location.reload()}>
            {configWords.reload}
          </Button>
          {/* A full load: this page stands outside of the router. */}
          <a className={buttonClass()} href={paths.diagnostics(checkOf(problems))}>
            {words.form.findOut}
          </a>
        </div>
      </main>
    </>
  )
}

/** As the doctor tells them apart. */
function checkOf(problems: readonly ConfigProblem[]): string {
  return problems.every(({ kind }) => kind === 'other-region') ? 'region' : 'configuration'
}

function Where({ configKey }: { configKey: string }) {
  const place = configWords.where(configKey)
  return (
    place && (
      <dl>
        <dt>{configWords.whereLabel}</dt>
        <dd>{place.where}</dd>
        <dt>{configWords.exampleLabel}</dt>
        <dd>
          <code>{place.example}</code>
        </dd>
      </dl>
    )
  )
}
