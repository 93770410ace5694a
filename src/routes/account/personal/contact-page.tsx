import { useRef } from 'react'
import { Form } from 'react-router-dom'
import type { Contact, PendingContact } from '../../../auth/account/contact.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/fields/field.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { InboxOffer } from '../../../ui/inbox-offer.tsx'
import { personalWords as words } from '#words/account-personal'
import { ResendCode, useResend } from '../../auth/resend-code.tsx'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { contactPaths, stateOf } from './contact-row.tsx'

export interface ContactState {
  contact: Contact
  value: string
  isVerified: boolean
  /** Who has the say of it, where that is a provider. */
  provider: string | undefined
  canChange: boolean
  /** Whether the pool sends a code to a new one. */
  sendsCode: boolean
  removal: 'allowed' | 'never' | 'second-step'
  pending: PendingContact | undefined
}

export function ContactPage({ state }: { state: ContactState }) {
  const { outcome, hasProblem } = useAccountForm()
  const { contact, pending, value } = state
  const { title } = words.contact[contact]
  return (
    <AccountPage title={title} hasProblem={hasProblem} isTask partOf="personal">
      <Outcome {...outcome} />
      {pending ? (
        <Section heading={words.codeTitle}>
          <EnterCode pending={pending} value={value} />
        </Section>
      ) : (
        <Settled state={state} />
      )}
    </AccountPage>
  )
}

/** Without a code on its way. */
function Settled({ state }: { state: ContactState }) {
  const { contact, value, isVerified, provider, canChange, sendsCode, removal } = state
  const { pending } = useAccountForm()
  const path = contactPaths[contact]()
  const { title, text } = words.contact[contact]
  return (
    <>
      <Section>
        <Row
          title={value === '' ? title : value}
          state={stateOf(value, isVerified, sendsCode)}
          isGood={value !== '' && isVerified}
          text={sendsCode || contact === 'email' ? text : words.noCode}
        >
          {canChange && sendsCode && value !== '' && !isVerified && (
            <Form method="post" action={path}>
              <Button type="submit" name="intent" value="resend" isBusy={pending === 'resend'}>
                {words.verify}
              </Button>
            </Form>
          )}
        </Row>
      </Section>
      <Section {...(canChange && { heading: words.contact[contact].change })}>
        {canChange ? (
          <NewAddress state={state} />
        ) : (
          <p className="account-reason">
            {provider === undefined ? words.fixedContact : words.providerEmail(provider)}
          </p>
        )}
      </Section>
      {canChange && value !== '' && removal !== 'never' && (
        <Section>
          <Row
            title={words.remove}
            text={removal === 'second-step' ? words.removeSecond : words.removeText}
          >
            {removal === 'allowed' && (
              <Form method="post" action={path}>
                <Button type="submit" name="intent" value="remove" isBusy={pending === 'remove'}>
                  {words.remove}
                </Button>
              </Form>
            )}
          </Row>
        </Section>
      )}
    </>
  )
}

function NewAddress({ state: { contact, value, sendsCode } }: { state: ContactState }) {
  const { messageFor, pending } = useAccountForm()
  const isEmail = contact === 'email'
  const { new: label } = words.contact[contact]
  return (
    <Form className="account-form" method="post" action={contactPaths[contact]()} noValidate>
      {sendsCode && value !== '' && <p>{words.untilThen}</p>}
      <Field
        name="address"
        label={label}
        hint={isEmail ? undefined : words.contact.phone_number.hint}
        error={messageFor('address')}
        type={isEmail ? 'email' : 'tel'}
        inputMode={isEmail ? 'email' : 'tel'}
        autoComplete={isEmail ? 'email' : 'tel'}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <div>
        <Button
          type="submit"
          name="intent"
          value="change"
          variation="primary"
          isBusy={pending === 'change'}
        >
          {sendsCode ? words.send : words.save}
        </Button>
      </div>
    </Form>
  )
}

function EnterCode({ pending, value }: { pending: PendingContact; value: string }) {
  const resend = useResend()
  const code = useRef<HTMLInputElement>(null)
  const { messageFor, pending: underWay } = useAccountForm()
  const path = contactPaths[pending.contact]()
  const isLive = value === pending.value
  const problem = resend.data?.problems[0]
  function fill(text: string) {
    if (!code.current) return
    code.current.value = text
    code.current.focus()
  }
  return (
    <>
      <div>
        <p>{words.sentTo(pending.value)}</p>
        {isLive ? <p>{words.isLive}</p> : value !== '' && <p>{words.stays(value)}</p>}
        {problem && <p role="alert">{problem.message}</p>}
      </div>
      <Form className="account-form" method="post" action={path} noValidate>
        <InboxOffer
          to={pending.value}
          kind="ATTRIBUTE_VERIFICATION"
          sentAtMs={pending.sentAtMs}
          onUse={fill}
        />
        <CodeField inputRef={code} error={messageFor('code')} />
        <div className="account-row-actions">
          <Button
            type="submit"
            name="intent"
            value="confirm"
            variation="primary"
            isBusy={underWay === 'confirm'}
          >
            {words.confirm}
          </Button>
          <Button type="submit" name="intent" value="cancel" variation="link">
            {words.other}
          </Button>
        </div>
      </Form>
      <ResendCode
        fetcher={resend}
        action={path}
        pending={pending}
        emailFrom={() => pending.value}
      />
    </>
  )
}
