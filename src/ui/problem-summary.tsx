import { Fragment, useId, useLayoutEffect, useRef } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { Link } from './link.tsx'
import { paths } from '../navigation/paths.ts'
import { words } from '#words/words'

export interface ShownProblem {
  message: string
  next?: string | undefined
  /** Name of the field to mend. */
  field?: string | undefined
  /** What to look at, for whoever runs the app. */
  operator?: string | undefined
  /** The check that finds out why. */
  check?: string | undefined
  /** Technical name of what went wrong. */
  name?: string | undefined
}

/** Takes focus when problems appear, so that nobody has to look for what went wrong. */
export function ProblemSummary({
  problems,
  children,
}: {
  problems: readonly ShownProblem[]
  /** A way out, such as a link to another page. */
  children?: ReactNode
}) {
  const summary = useRef<HTMLDivElement>(null)
  const headingId = useId()
  useLayoutEffect(() => {
    if (problems.length > 0) summary.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  const named = problems.filter(({ name }) => name !== undefined)

  return (
    <div
      ref={summary}
      className="alert alert-error problem-summary"
      role="alert"
      aria-labelledby={headingId}
      tabIndex={-1}
    >
      <h2 className="problem-heading" id={headingId}>
        {words.form.problemHeading}
      </h2>
      <ul>
        {problems.map(({ message, next, field, check }, index) => (
          <li key={index}>
            {field ? (
              <a href={`#${field}`} onClick={focusField}>
                {message}
              </a>
            ) : (
              <span>{message}</span>
            )}
            {next && <p>{next}</p>}
            {check && (
              <Link className="link" to={paths.diagnostics(check)}>
                {words.form.findOut}
                <span className="visually-hidden"> ({message})</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {children}
      {named.length > 0 && (
        <details>
          <summary>{words.form.details}</summary>
          {named.map(({ name, operator }) => (
            <Fragment key={name}>
              {operator && (
                <p>
                  {words.form.forOperators} {operator}
                </p>
              )}
              <p>
                {words.form.technicalName} <code>{name}</code>
              </p>
            </Fragment>
          ))}
        </details>
      )}
    </div>
  )
}

/** By script, since following the link would be a navigation and would take the problems away. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault()
  document.getElementById(event.currentTarget.hash.slice(1))?.focus()
}
