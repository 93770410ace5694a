import { useState } from 'react'
import { Form } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { readMe, type Me } from '../../../auth/account/me.ts'
import { readOffers, type Offers } from '../../../auth/account/offers.ts'
import {
  addPasskey,
  deletePasskey,
  knowsPasskeys,
  listPasskeys,
  maximumPasskeys,
  type Passkey,
  type Passkeys as Listed,
} from '../../../auth/account/passkeys.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { accountCentreWords } from '#words/account-centre'
import { textOf } from '../../auth/check-form.ts'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { exact, When } from '../parts/when.tsx'
import { done, refuseOrLeave, requireFreshProof, type Task } from '../task.ts'
import { notAdded } from './sign-in-rows.tsx'

const { passkeys: words, security: securityWords, cancel } = accountCentreWords

export const passkeys: Task = {
  async load() {
    const [me, listed, offers] = await Promise.all([readMe(), listPasskeys(), readOffers()])
    return <Passkeys me={me} listed={listed} offers={offers} />
  },
  act,
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = textOf(form, 'delete')
  await requireFreshProof(request)
  try {
    if (id === '') await addPasskey()
    else await deletePasskey(id)
    return await done(id === '' ? 'passkey-added' : 'passkey-deleted')
  } catch (error) {
    return refuseOrLeave(error, 'passkey', request)
  }
}

function Passkeys({ me, listed, offers }: { me: Me; listed: Listed; offers: Offers }) {
  const { outcome, hasProblem, pending, isBusy } = useAccountForm()
  const reason = reasonAgainst(me, listed, offers)
  const own = listed.kind === 'list' ? listed.passkeys : []
  return (
    <AccountPage title={words.title} intro={words.intro} hasProblem={hasProblem} isTask>
      <Outcome {...outcome} />
      <Section>
        {own.length > 0 && (
          <ul className="account-list">
            {own.map((passkey) => (
              <PasskeyItem key={passkey.id} passkey={passkey} isBusy={isBusy} />
            ))}
          </ul>
        )}
        {own.length === 0 && reason === undefined && (
          <div className="account-empty">
            <h2>{words.none}</h2>
            <p>{words.noneText}</p>
          </div>
        )}
        {reason === undefined ? (
          <Form className="account-add" method="post" action={accountPaths.passkeys()}>
            <Button
              type="submit"
              name="intent"
              value="add"
              variation="primary"
              isBusy={pending === 'add'}
            >
              {words.add}
            </Button>
          </Form>
        ) : (
          <p className="account-reason">{reason}</p>
        )}
      </Section>
    </AccountPage>
  )
}

/** Why nothing can be added; undefined where it can. */
function reasonAgainst(me: Me, listed: Listed, offers: Offers): string | undefined {
  if (me.provider !== undefined) return securityWords.passkeysProvider(me.provider)
  if (listed.kind === 'unavailable') return securityWords.passkeysUnavailable
  if (offers.passkeys !== 'yes') return notAdded[offers.passkeys]
  if (listed.passkeys.length >= maximumPasskeys) return words.full
  return knowsPasskeys() ? undefined : words.notHere
}

function PasskeyItem({ passkey, isBusy }: { passkey: Passkey; isBusy: boolean }) {
  const [isAsking, setIsAsking] = useState(false)
  const { id, createdAtMs, isPlatform } = passkey
  const name = passkey.name || words.unnamed
  const created = createdAtMs === undefined ? '' : exact(new Date(createdAtMs))
  return (
    <li className="account-item">
      <div>
        <h2 dir="auto">{name}</h2>
        <p>
          {isPlatform ? words.platform : words.roaming}
          {createdAtMs !== undefined && (
            <>
              {' · '}
              {words.created} <When atMs={createdAtMs} />
            </>
          )}
        </p>
        {isAsking && (
          <p role="status">
            <strong>{words.deleteTitle}</strong> {words.deleteText}
          </p>
        )}
      </div>
      <Form className="account-row-actions" method="post" action={accountPaths.passkeys()}>
        {isAsking ? (
          <>
            <Button key="delete" type="submit" name="delete" value={id} isBusy={isBusy}>
              {words.delete}
            </Button>
            <Button variation="link" onClick={() => setIsAsking(false)}>
              {cancel}
            </Button>
          </>
        ) : (
          // Another button than the one that deletes: the click that asks must not be its click.
          <Button
            key="ask"
            aria-label={words.deleteLabel(name, created)}
            onClick={() => setIsAsking(true)}
          >
            {words.delete}
          </Button>
        )}
      </Form>
    </li>
  )
}
