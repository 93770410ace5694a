import { Badge } from '@aws-amplify/ui-react'
import { useFetcher } from 'react-router-dom'
import { inspectionPaths } from '../../navigation/inspection-paths.ts'
import { requestOf, tryRights, type Rights, type Verdict } from '../../storage/rights.ts'
import { reading } from '../../storage/storage-errors.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary, type ShownProblem } from '../../ui/problem-summary.tsx'
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
export function RightsSection() {
  const { Form, data, state } = useFetcher<Answer>()
  const rights = data?.rights
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
                  <td>{rights ? <Shown {...rights[`${action} own`]} /> : '–'}</td>
                  <td>{rights ? <Shown {...rights[`${action} others`]} /> : '–'}</td>
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
            <p className="account-reason">{words.silence}</p>
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

function Shown({ isAllowed }: Verdict) {
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
