import { Form, useActionData } from 'react-router-dom'
import type { Me } from '../../../auth/account/me.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckboxField } from '../../../ui/fields/checkbox-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { deleteWords as words } from '#words/account-delete'
import { words as appWords } from '#words/words'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import type { AccountAnswer } from '../task.ts'

/** What lies in the bucket. */
export type Files =
  | { kind: 'list'; count: number; sizeBytes: number }
  | { kind: 'no-place' | 'unlisted' }

export interface DeleteAnswer extends AccountAnswer {
  /** Whether it is offered to leave the files behind. */
  canLeaveFiles?: boolean
}

interface Props {
  me: Me
  files: Files
  /** Whether it was cut off before. */
  wasBegun: boolean
}

export function DeleteAccount({ me, files, wasBegun }: Props) {
  const { outcome, hasProblem } = useAccountForm()
  return (
    <AccountPage title={words.title} intro={words.intro} hasProblem={hasProblem}>
      <Outcome {...outcome} />
      {wasBegun && !hasProblem && <Notice tone="info">{words.begun}</Notice>}
      <Section heading={words.goes}>
        <Row title={words.user} text={words.userText(me.email || me.username)} />
        <Row title={words.files} state={stateOf(files)} text={textOf(files)} />
      </Section>
      <Section heading={words.stays}>
        <p className="account-reason">{words.staysText}</p>
        {me.provider !== undefined && (
          <p className="account-reason">{words.provider(me.provider)}</p>
        )}
      </Section>
      <Section heading={words.confirm}>
        <Confirm />
      </Section>
    </AccountPage>
  )
}

function Confirm() {
  const { pending } = useAccountForm()
  const canLeaveFiles = useActionData<DeleteAnswer | null>()?.canLeaveFiles === true
  return (
    <Form className="account-form" method="post" action={accountPaths.delete()} noValidate>
      <CheckboxField name="understood" label={words.understood} hint={words.understoodHint} />
      <div>
        <Button
          type="submit"
          name="intent"
          value="delete"
          variation="primary"
          className="account-danger"
          isBusy={pending === 'delete'}
        >
          {words.submit}
        </Button>
      </div>
      {canLeaveFiles && (
        <div>
          <p>{words.withoutText}</p>
          <Button
            type="submit"
            name="intent"
            value="without-files"
            isBusy={pending === 'without-files'}
          >
            {words.without}
          </Button>
        </div>
      )}
    </Form>
  )
}

function stateOf(files: Files): string | undefined {
  if (files.kind === 'list') return words.fileCount(files.count)
  return files.kind === 'unlisted' ? words.unlisted : undefined
}

function textOf(files: Files): string {
  if (files.kind !== 'list') {
    return files.kind === 'unlisted' ? words.unlistedText : words.noPlace
  }
  return files.count === 0 ? words.noFiles : words.filesText(inWords(files.sizeBytes))
}

function inWords(bytes: number): string {
  const isLarge = bytes >= 1_000_000
  return new Intl.NumberFormat(appWords.language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000))
}
