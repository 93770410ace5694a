import { Badge } from '@aws-amplify/ui-react'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router-dom'
import { inspectionPaths } from '../../navigation/inspection-paths.ts'
import { findDecisions, type PolicyDecision } from '../../recorder/local-aws/find-decisions.ts'
import type { ServerLog } from '../../recorder/local-aws/server-log.ts'
import { actionOf, requestOf, tryRights, type Rights, type Verdict } from '../../storage/rights.ts'
import { reading } from '../../storage/storage-errors.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary, type ShownProblem } from '../../ui/problem-summary.tsx'
import { flowWords } from '#words/flow'
import { sessionWords as words } from '#words/session'
import { Section } from '../account/parts/section.tsx'
import { withFreshCredentials } from '../profile/fresh-credentials.ts'
import { shownStorageProblem } from '../profile/shown-problem.ts'

const actions = ['get', 'put', 'list', 'delete'] as const
const places = ['own', 'others'] as const
const names = actions.flatMap((action) => places.map((place) => `${action} ${place}` as const))

interface Answer {
  problems: readonly ShownProblem[]
  rights?: Rights<(typeof names)[number]>
}

export async function findRights(): Promise<Answer> {
  try {
    return { problems: [], rights: await withFreshCredentials(() => tryRights(names)) }
  } catch (error) {
    return { problems: [shownStorageProblem(error, reading)] }
  }
}

/** What the credentials may do: each operation, among one's own files and among somebody else's. */
export function RightsSection({
  identityId,
  log,
}: {
  identityId: string
  /** Of the local AWS, which knows what decided. */
  log: ServerLog | undefined
}) {
  const { Form, data, state } = useFetcher<Answer>()
  const rights = data?.rights
  const decisions = useDecisions(log, identityId, rights)
  const answers = rights && [
    ...new Set(names.flatMap((name) => rights[name].answer ?? [])).values(),
  ]
  return (
    <>
      <ProblemSummary problems={data?.problems ?? none} />
      <Section heading={words.rights} intro={words.rightsText}>
        <div>
          <table className="session-table">
            <caption className="visually-hidden">{words.rights}</caption>
            <thead>
              <tr>
                <th scope="col">{words.operation}</th>
                <th scope="col">{words.own}</th>
                <th scope="col">{words.others}</th>
              </tr>
            </thead>
            <tbody>
              {actions.map((action) => (
                <tr key={action}>
                  <th scope="row">
                    {words.actions[action]}
                    <code className="claim-raw">{requestOf(`${action} own`).split(' ')[0]}</code>
                  </th>
                  <td>
                    {rights ? (
                      <Shown {...rights[`${action} own`]} decision={decisions[`${action} own`]} />
                    ) : (
                      '–'
                    )}
                  </td>
                  <td>
                    {rights ? (
                      <Shown
                        {...rights[`${action} others`]}
                        decision={decisions[`${action} others`]}
                      />
                    ) : (
                      '–'
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {answers && (
          <div>
            {answers.length > 0 && (
              <>
                <h3 className="account-row-title">{words.answers}</h3>
                <ul className="session-answers">
                  {answers.map((answer) => (
                    <li key={answer}>{answer}</li>
                  ))}
                </ul>
              </>
            )}
            {!log && <p className="account-reason">{words.silence}</p>}
          </div>
        )}
        <Form method="post" action={inspectionPaths.session()}>
          <Button type="submit" name="intent" value="try" isBusy={state !== 'idle'}>
            {words.try}
          </Button>
          <span className="visually-hidden" role="status">
            {rights && state === 'idle' && words.tried}
          </span>
        </Form>
      </Section>
    </>
  )
}

const none: readonly ShownProblem[] = []

type Decisions = Partial<Record<(typeof names)[number], PolicyDecision>>

/** What the policies said of each that was tried, where the local AWS tells. */
function useDecisions(
  log: ServerLog | undefined,
  identityId: string,
  rights: Answer['rights'],
): Decisions {
  const [found, setFound] = useState<{ rights: Answer['rights']; decisions: Decisions }>()
  useEffect(() => {
    if (!log || !rights) return undefined
    const controller = new AbortController()
    const asked = names.map((name) => ({
      name,
      action: actionOf(name),
      isOwn: name.endsWith(' own'),
    }))
    void findDecisions(log, identityId, asked).then((decisions) => {
      if (!controller.signal.aborted) setFound({ rights, decisions })
    })
    return () => controller.abort()
  }, [log, identityId, rights])
  return found?.rights === rights ? (found?.decisions ?? {}) : {}
}

function Shown({ isAllowed, decision }: Verdict & { decision: PolicyDecision | undefined }) {
  return (
    <>
      <Outcome isAllowed={isAllowed} />
      {decision && (
        <details className="session-decision">
          <summary>{words.decision}</summary>
          <p>{flowWords.verdicts[decision.reason](decision.action, decision.resource)}</p>
          {decision.statement && <pre>{JSON.stringify(decision.statement, null, 2)}</pre>}
        </details>
      )}
    </>
  )
}

function Outcome({ isAllowed }: { isAllowed: boolean }) {
  return isAllowed ? (
    <Badge size="small" variation="success">
      {words.allowed}
    </Badge>
  ) : (
    <Badge size="small" variation="error">
      {words.denied}
    </Badge>
  )
}
