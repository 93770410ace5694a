import { Form } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import {
  beginApp,
  confirmApp,
  forgetPendingApp,
  readPendingApp,
  setFactor,
} from '../../../auth/account/second-factors.ts'
import { readMe, type Me } from '../../../auth/account/me.ts'
import { readOffers, type Offers } from '../../../auth/account/offers.ts'
import { readFactors, type SecondFactors } from '../../../auth/account/security.ts'
import { parseCode } from '../../../auth/code-delivery.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { accountCentreWords } from '#words/account-centre'
import { checkCode, textOf } from '../../auth/check-form.ts'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { done, refuse, refuseOrLeave, requireFreshProof, type Task } from '../task.ts'
import { SetUpApp } from './set-up-app.tsx'

const { app: words, security: securityWords, ...common } = accountCentreWords

export const authenticatorApp: Task = {
  async load() {
    const [me, { secondFactors }, offers] = await Promise.all([
      readMe(),
      readFactors(),
      readOffers(),
    ])
    const secret = readPendingApp(me.sub)
    return (
      <AuthenticatorApp me={me} secondFactors={secondFactors} offers={offers} secret={secret} />
    )
  },
  act,
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'cancel') {
    forgetPendingApp()
    return null
  }
  const code = parseCode(textOf(form, 'code'))
  const slips = intent === 'confirm' ? checkCode(code) : []
  if (slips.length > 0) return refuse(...slips)
  const { sub } = await requireFreshProof(request)
  try {
    switch (intent) {
      case 'begin':
        await beginApp(sub)
        return null
      case 'confirm': {
        const { secondFactors } = await readFactors()
        await confirmApp(code, secondFactors.preferred === undefined)
        return await done('app-on')
      }
      case 'off':
        await setFactor('TOTP', 'DISABLED')
        return await done('app-off')
      default:
        return null
    }
  } catch (error) {
    return refuseOrLeave(error, 'secondStep', request)
  }
}

interface Props {
  me: Me
  secondFactors: SecondFactors
  offers: Offers
  /** Of an app that is being set up; base32. */
  secret: string | undefined
}

function AuthenticatorApp({ me, secondFactors, offers, secret }: Props) {
  const { outcome, hasProblem } = useAccountForm()
  const isOn = secondFactors.on.includes('TOTP')
  const intro = isOn ? words.introReplace : words.intro
  return (
    <AccountPage
      title={words.title}
      {...(secret !== undefined && { intro })}
      hasProblem={hasProblem}
      isTask
    >
      <Outcome {...outcome} />
      <Section>
        {secret === undefined ? (
          <State me={me} isOn={isOn} offers={offers} />
        ) : (
          <SetUpApp secret={secret} email={me.email} />
        )}
      </Section>
    </AccountPage>
  )
}

/** Without an app being set up. */
function State({ me, isOn, offers }: { me: Me; isOn: boolean; offers: Offers }) {
  const { pending } = useAccountForm()
  if (me.provider !== undefined) {
    return <Row title={words.title} text={securityWords.providerStep(me.provider)} />
  }
  if (!isOn && offers.secondFactors?.includes('TOTP') === false) {
    return <Row title={words.title} text={securityWords.appNotOffered} />
  }
  return (
    <>
      <Row
        title={words.title}
        state={isOn ? common.on : common.off}
        isGood={isOn}
        text={isOn ? words.isOn : securityWords.appText}
      >
        <Form method="post" action={accountPaths.authenticatorApp()}>
          <Button
            type="submit"
            name="intent"
            value="begin"
            variation={isOn ? 'plain' : 'primary'}
            isBusy={pending === 'begin'}
          >
            {isOn ? words.replace : securityWords.setUpApp}
          </Button>
        </Form>
      </Row>
      {isOn && (
        <>
          <p className="account-reason">{words.lost}</p>
          {offers.isSecondRequired ? (
            <p className="account-reason">{securityWords.secondRequired}</p>
          ) : (
            <Row title={words.turnOff} text={words.turnOffText}>
              <Form method="post" action={accountPaths.authenticatorApp()}>
                <Button type="submit" name="intent" value="off" isBusy={pending === 'off'}>
                  {words.turnOff}
                </Button>
              </Form>
            </Row>
          )}
        </>
      )}
    </>
  )
}
