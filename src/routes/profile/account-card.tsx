import { Badge, Card, TextField } from '@aws-amplify/ui-react'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useFetcher } from 'react-router-dom'
import type { Attributes } from '../../auth/attributes.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { profileWords } from '../../ui/wording/profile.en.ts'
import type { AttributeResult, Submission } from './actions.ts'
import { CardHeading } from './card-heading.tsx'
import type { Loaded } from './load-page.ts'
import { LoadProblem, SignInAgain } from './load-problem.tsx'

const words = profileWords.account

/** What Cognito keeps of the person. */
export function AccountCard({
  loaded,
  onDirty,
}: {
  loaded: Loaded<Attributes>
  onDirty: (isDirty: boolean) => void
}) {
  return (
    <Card as="section" className="profile-card profile-account" aria-labelledby="account-heading">
      <CardHeading
        id="account-heading"
        where={profileWords.where.pool}
        hint={profileWords.where.poolHint}
      >
        {words.heading}
      </CardHeading>
      {loaded.problem ? (
        <LoadProblem problem={loaded.problem} />
      ) : (
        <>
          <dl className="profile-attributes">
            <dt>{words.email}</dt>
            <dd>
              <Email address={loaded.value.email} />{' '}
              <Badge size="small" variation={loaded.value.isEmailVerified ? 'success' : 'warning'}>
                {loaded.value.isEmailVerified ? words.verified : words.unverified}
              </Badge>
            </dd>
            <dt>{words.sub}</dt>
            <dd>
              <code>{loaded.value.sub}</code>
            </dd>
          </dl>
          <AttributeForm stored={loaded.value.custom} onDirty={onDirty} />
        </>
      )}
    </Card>
  )
}

/** Breaks before the @, where it has to. */
function Email({ address }: { address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  )
}

function AttributeForm({
  stored,
  onDirty,
}: {
  stored: string
  onDirty: (isDirty: boolean) => void
}) {
  const fetcher = useFetcher<AttributeResult>({ key: 'save-attribute' })
  const announce = useAnnounce()
  const [value, setValue] = useState(stored)
  const result = fetcher.data
  const problems = useMemo(() => (result?.kind === 'failed' ? [result.problem] : []), [result])
  const current = result?.kind === 'saved' ? result.value : stored
  const isDirty = value.trim() !== current
  useEffect(() => onDirty(isDirty), [onDirty, isDirty])

  const onSaved = useEffectEvent(() => announce(words.saved))
  useEffect(() => {
    if (result?.kind === 'saved') onSaved()
  }, [result])

  function save() {
    const submission: Submission = { intent: 'save-attribute', value: value.trim() }
    void fetcher.submit(submission, {
      method: 'post',
      encType: 'application/json',
    })
  }

  return (
    <form
      className="profile-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (fetcher.state === 'idle') save()
      }}
    >
      <ProblemSummary problems={problems}>
        {result?.kind === 'failed' && <SignInAgain problem={result.problem} />}
      </ProblemSummary>
      <TextField
        id="company"
        label={words.custom}
        descriptiveText={words.customHint}
        autoComplete="organization"
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      <div className="profile-actions">
        <Button type="submit" isBusy={fetcher.state !== 'idle'}>
          {words.save}
        </Button>
        <span className="profile-status" data-dirty={isDirty}>
          {!isDirty ? result?.kind === 'saved' && words.saved : profileWords.details.unsaved}
        </span>
      </div>
    </form>
  )
}
