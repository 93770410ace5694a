import { Form } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { readPersonal, type Personal as Held } from '../../../auth/account/personal.ts'
import type { PoolAttribute } from '../../../auth/attributes/pool-attributes.ts'
import {
  updateAttributes,
  type RefusedAttribute,
} from '../../../auth/attributes/update-attributes.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { personalWords as words } from '#words/account-personal'
import { textOf } from '../../auth/check-form.ts'
import type { FormProblem } from '../../auth/form-problems.ts'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { done, refuse, refuseOrLeave, type Task } from '../task.ts'
import { AttributeField, shownName } from './attribute-field.tsx'
import { checkAttribute, labelOf } from './check-attribute.ts'
import { ContactRow } from './contact-row.tsx'

/** `/account/personal` */
export const personal: Task = {
  load: async () => <Personal held={await readPersonal()} />,
  act,
}

/** These have pages of their own, since a code decides when they count. */
const contacts: ReadonlySet<string> = new Set(['email', 'phone_number'])

/** Of these a provider has the say: each sign-in writes them anew. */
const ofProvider: ReadonlySet<string> = new Set([
  'name',
  'given_name',
  'family_name',
  'picture',
  'email',
])

function editableOf({ me, attributes }: Held): readonly PoolAttribute[] {
  return attributes.filter(
    ({ name, isWritable }) =>
      isWritable && !contacts.has(name) && !(me.provider !== undefined && ofProvider.has(name)),
  )
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  try {
    const held = await readPersonal()
    const changed = editableOf(held).filter(
      ({ name }) => form.has(name) && typed(form, name) !== textOf(form, shownName(name)),
    )
    const slips = changed.flatMap((one) => checkAttribute(one, typed(form, one.name)))
    if (slips.length > 0) return refuse(...slips)
    const changes = Object.fromEntries(changed.map(({ name }) => [name, typed(form, name)]))
    const { refused } = await updateAttributes<string>(changes, held.values)
    if (refused.length > 0) return refuse(...refused.map(refusalOf))
    return await done('personal-saved')
  } catch (error) {
    return refuseOrLeave(error, 'contact', request)
  }
}

function typed(form: FormData, name: string): string {
  return textOf(form, name).trim()
}

function refusalOf({ name, reason, code }: RefusedAttribute<string>): FormProblem {
  const message = words.refused[reason](labelOf(name))
  return { key: 'attribute-refused', field: name, name: code, message }
}

function Personal({ held }: { held: Held }) {
  const { outcome, hasProblem, messageFor, isBusy } = useAccountForm()
  const { me, values, attributes } = held
  const editable = editableOf(held)
  const isThere = (name: string) => attributes.some((one) => one.name === name)
  const fixed = attributes.filter(
    (one) => !editable.includes(one) && !contacts.has(one.name) && values[one.name],
  )
  return (
    <AccountPage title={words.title} intro={words.intro} hasProblem={hasProblem}>
      <Outcome {...outcome} />
      <Section heading={words.contacts}>
        {isThere('email') && <ContactRow held={held} contact="email" />}
        {isThere('phone_number') && <ContactRow held={held} contact="phone_number" />}
      </Section>
      <Section
        heading={words.details}
        {...(me.provider !== undefined && { intro: words.fromProvider(me.provider) })}
      >
        {editable.length > 0 ? (
          <Form className="account-form" method="post" action={accountPaths.personal()} noValidate>
            {editable.map((attribute) => (
              <AttributeField
                key={attribute.name}
                attribute={attribute}
                value={values[attribute.name] ?? ''}
                error={messageFor(attribute.name)}
              />
            ))}
            <div>
              <Button type="submit" variation="primary" isBusy={isBusy}>
                {words.save}
              </Button>
            </div>
          </Form>
        ) : (
          <p className="account-reason">{words.nothing}</p>
        )}
      </Section>
      <Section heading={words.fixed} intro={words.fixedIntro}>
        {fixed.map(({ name }) => (
          <Row key={name} title={labelOf(name)} text={values[name]} />
        ))}
        <Row title={words.sub} text={<code>{me.sub}</code>} />
      </Section>
    </AccountPage>
  )
}
