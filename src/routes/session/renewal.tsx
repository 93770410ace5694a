import { useFetcher } from 'react-router-dom'
import type { Renewal } from '../../auth/token/session-tokens.ts'
import { inspectionPaths } from '../../navigation/inspection-paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemSummary, type ShownProblem } from '../../ui/problem-summary.tsx'
import { sessionWords as words } from '#words/session'
import { Row, Section } from '../account/parts/section.tsx'

export interface RenewalAnswer {
  problems: readonly ShownProblem[]
  renewal?: Renewal
  isRevoked?: true
}

/** Refresh and revoke, and what has come of it. */
export function RenewalSection() {
  const { Form, data, state, formData } = useFetcher<RenewalAnswer>()
  const pending = state === 'idle' ? undefined : formData?.get('intent')
  return (
    <>
      <ProblemSummary problems={data?.problems ?? none} />
      {data?.isRevoked && <Notice>{words.revoked}</Notice>}
      <Section>
        <Row title={words.renew} text={words.renewText}>
          <Form method="post" action={inspectionPaths.session()}>
            <Button type="submit" name="intent" value="renew" isBusy={pending === 'renew'}>
              {words.renew}
            </Button>
          </Form>
        </Row>
        {data?.renewal && <Changes {...data.renewal} />}
        <Row title={words.revoke} text={words.revokeText}>
          <Form method="post" action={inspectionPaths.session()}>
            <Button type="submit" name="intent" value="revoke" isBusy={pending === 'revoke'}>
              {words.revoke}
            </Button>
          </Form>
        </Row>
      </Section>
    </>
  )
}

const none: readonly ShownProblem[] = []

function Changes(renewal: Renewal) {
  return (
    <div role="status">
      <p>{words.renewed}</p>
      <ChangesTable kind="id" changes={renewal.id} />
      <ChangesTable kind="access" changes={renewal.access} />
      <p>{renewal.hasNewRefreshToken ? words.rotated : words.kept}</p>
    </div>
  )
}

function ChangesTable({ kind, changes }: { kind: 'id' | 'access'; changes: Renewal['id'] }) {
  const { name } = words.token[kind]
  if (changes.length === 0) return <p>{`${name}: ${words.unchanged}`}</p>
  return (
    <table className="session-table">
      <caption>{words.changesOf(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.claim}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ claim, before, after }) => (
          <tr key={claim}>
            <th scope="row">
              <code>{claim}</code>
            </th>
            <td>
              <code>{before ?? '–'}</code>
            </td>
            <td>
              <code>{after ?? '–'}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
