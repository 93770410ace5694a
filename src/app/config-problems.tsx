import type { ConfigProblem } from '../config/config-error.ts'
import { Button } from '../ui/button.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { configWords } from '../ui/wording/config.en.ts'
import { words } from '../ui/wording/words.ts'
import '../ui/css/config-problems.css'

/** Instead of the app when it cannot know which AWS it belongs to. It never falls back in silence. */
export function ConfigProblems({ problems }: { problems: readonly ConfigProblem[] }) {
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
        <ul className="config-problems" role="alert">
          {problems.map((problem) => (
            <li key={'key' in problem ? problem.key : problem.kind}>
              <strong>{textOf(problem)}</strong>
              {'key' in problem && <Where configKey={problem.key} />}
            </li>
          ))}
        </ul>
        <p>{configWords.remedy}</p>
        <div className="actions">
          <Button variation="primary" onClick={() => window.location.reload()}>
            {configWords.reload}
          </Button>
        </div>
      </main>
    </>
  )
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

function textOf(problem: ConfigProblem): string {
  switch (problem.kind) {
    case 'missing':
      return configWords.missing(problem.key)
    case 'malformed':
      return configWords.malformed(problem.key, problem.value ?? '')
    case 'needed':
      return configWords.needed(problem.key, problem.by)
    case 'other-region':
      return configWords.otherRegion(problem.key, problem.value, problem.region)
    case 'local-elsewhere':
      return configWords.localElsewhere(problem.host)
    default:
      return configWords[problem.kind]
  }
}
