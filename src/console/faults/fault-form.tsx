import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/fields/field.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { nameOf, services } from '../requests/logged-request.ts'
import { faultsWords as words } from '#console-words/faults'
import { faultKinds, readRule, type FaultChange, type FaultKind } from './fault.ts'

interface Props {
  isBusy: boolean
  submit: (change: FaultChange) => void
}

/** A fault of one's own. What a kind has not, it is not asked for. */
export function FaultForm({ isBusy, submit }: Props) {
  const [kind, setKind] = useState<FaultKind>('throttle')
  const isOfRequests = kind !== 'skewed-clock'
  return (
    <section className="card console-item" aria-labelledby="own">
      <h2 id="own">{words.own}</h2>
      <form
        className="console-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) submit({ do: 'add', fault: readRule(new FormData(event.currentTarget)) })
        }}
      >
        <div className="console-filters fault-fields">
          <SelectField
            name="kind"
            label={words.kind}
            value={kind}
            onChange={(value) => setKind(value as FaultKind)}
            options={faultKinds.map((each) => [each, words.kinds[each]])}
          />
          {isOfRequests && (
            <>
              <SelectField
                name="service"
                label={words.service}
                options={[
                  ['', words.everyService],
                  ...services
                    .filter((each) => each !== 'local-api')
                    .map((each) => [each, nameOf(each)] as const),
                ]}
              />
              <Field name="operation" label={words.operation} hint={words.operationHint} />
              <Field
                name="share"
                label={words.share}
                hint={words.shareHint}
                type="number"
                min="1"
                max="100"
              />
              <Field
                name="times"
                label={words.times}
                hint={words.timesHint}
                type="number"
                min="1"
              />
            </>
          )}
          <FieldsOf kind={kind} />
        </div>
        <p className="console-soft">{words.kindHints[kind]}</p>
        <Button type="submit" variation="primary" isBusy={isBusy}>
          {words.add}
        </Button>
      </form>
    </section>
  )
}

function FieldsOf({ kind }: { kind: FaultKind }) {
  switch (kind) {
    case 'refusal':
      return (
        <>
          <Field name="error" label={words.error} hint={words.errorHint} required />
          <Field name="message" label={words.message} />
        </>
      )
    case 'slow':
      return <Field name="delayMs" label={words.delay} type="number" min="1" max="60000" required />
    case 'cut-off':
      return (
        <SelectField
          name="isAfter"
          label={words.cut}
          options={[
            ['yes', words.cutAfter],
            ['no', words.cutBefore],
          ]}
        />
      )
    case 'skewed-clock':
      return (
        <Field
          name="skewSeconds"
          label={words.skew}
          hint={words.skewHint}
          type="number"
          min="-86400"
          max="86400"
          required
        />
      )
    default:
      return null
  }
}
