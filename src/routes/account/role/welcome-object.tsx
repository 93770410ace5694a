import { useFetcher } from 'react-router-dom'
import { readGroupsAndRole } from '../../../auth/account/role.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { welcomePath } from '../../../storage/object-path.ts'
import { readObject } from '../../../storage/read-object.ts'
import { reading } from '../../../storage/storage-errors.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary, type ShownProblem } from '../../../ui/problem-summary.tsx'
import { roleWords } from '#words/account-role'
import { withFreshCredentials } from '../../profile/fresh-credentials.ts'
import { shownStorageProblem } from '../../profile/shown-problem.ts'
import { Row, Section } from '../parts/section.tsx'

const words = roleWords.welcome
const name = 'welcome.json'
const maximumBytes = 4096

interface Answer {
  problems: readonly ShownProblem[]
  /** As it lies there. */
  text?: string
}

export async function readWelcome(): Promise<Answer> {
  try {
    const { sub } = await readGroupsAndRole()
    const object = await withFreshCredentials(() =>
      readObject(name, maximumBytes, welcomePath(sub, name)),
    )
    if (!object) return { problems: [words.missing] }
    return { problems: [], text: await object.blob.text() }
  } catch (error) {
    return { problems: [shownStorageProblem(error, reading)] }
  }
}

/** What a function of the pool has put there, before there was an identity (infra/triggers/welcome.cjs). */
export function WelcomeObject() {
  const { Form, data, state } = useFetcher<Answer>()
  return (
    <>
      <ProblemSummary problems={data?.problems ?? none} />
      <Section heading={words.title} intro={words.intro}>
        {data?.text !== undefined && <Row title={name} text={<code>{data.text}</code>} />}
        <Form method="post" action={accountPaths.role()}>
          <Button type="submit" name="intent" value="welcome" isBusy={state !== 'idle'}>
            {words.read}
          </Button>
        </Form>
      </Section>
    </>
  )
}

const none: readonly ShownProblem[] = []
