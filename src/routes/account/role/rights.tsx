import { useFetcher } from 'react-router-dom'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { reading } from '../../../storage/storage-errors.ts'
import { requestOf, tryRights, type Rights } from '../../../storage/rights.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary, type ShownProblem } from '../../../ui/problem-summary.tsx'
import { roleWords as words } from '#words/account-role'
import { withFreshCredentials } from '../../profile/fresh-credentials.ts'
import { shownStorageProblem } from '../../profile/shown-problem.ts'
import { Row, Section } from '../parts/section.tsx'

/** In the order in which they are shown. */
const rightNames = ['get own', 'put own', 'get shared', 'put shared', 'get others'] as const

interface Answer {
  problems: readonly ShownProblem[]
  rights?: Rights<(typeof rightNames)[number]>
}

export async function findRights(): Promise<Answer> {
  try {
    return { problems: [], rights: await withFreshCredentials(() => tryRights(rightNames)) }
  } catch (error) {
    return { problems: [shownStorageProblem(error, reading)] }
  }
}

/** What the role lets one do, each right tried when one says so. */
export function RightsSection() {
  const { Form, data, state } = useFetcher<Answer>()
  const rights = data?.rights
  return (
    <>
      <ProblemSummary problems={data?.problems ?? none} />
      <Section heading={words.rights} intro={words.rightsIntro}>
        {rightNames.map((name) => (
          <Row
            key={name}
            title={words.names[name]}
            state={rights && (rights[name].isAllowed ? words.allowed : words.refused)}
            isGood={rights?.[name].isAllowed ?? false}
            text={<code>{requestOf(name)}</code>}
          />
        ))}
        <Form method="post" action={accountPaths.role()}>
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
