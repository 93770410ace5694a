/** What became of what was asked for: said, or refused in the service's own words. */
export type Done = { done: string } | { problem: string }

/** There from the start, as screen readers want it (WCAG 4.1.3). */
export function Outcome({ done }: { done: Done | undefined }) {
  const hasFailed = done !== undefined && 'problem' in done
  return (
    <div role="status">
      {done && (
        <p className={hasFailed ? 'alert alert-error' : 'alert alert-success'}>
          {hasFailed ? done.problem : done.done}
        </p>
      )}
    </div>
  )
}
