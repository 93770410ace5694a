import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/fields/field.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { clockWords as words } from '#console-words/clock'
import type { Move } from './clock.ts'

interface Props {
  offsetSeconds: number
  isBusy: boolean
  submit: (move: Move) => void
}

const steps = [
  ['minutes', 5],
  ['hours', 1],
  ['days', 1],
  ['days', 7],
  ['days', 30],
] as const

const secondsOf = { minutes: 60, hours: 3600, days: 86_400 }

/** The ways to go on in time, and back. */
export function Forward({ offsetSeconds, isBusy, submit }: Props) {
  const [amount, setAmount] = useState('10')
  const [unit, setUnit] = useState<keyof typeof secondsOf>('minutes')
  const forward = (bySeconds: number) => submit({ bySeconds })
  const seconds = Math.round(Number(amount) * secondsOf[unit])

  return (
    <>
      <section className="card console-item" aria-labelledby="next">
        <h2 id="next">{words.toNext}</h2>
        <p className="console-soft">{words.toNextHint}</p>
        <div className="actions">
          <Button variation="primary" isBusy={isBusy} onClick={() => submit({ to: 'next-expiry' })}>
            {words.toNextButton}
          </Button>
        </div>
      </section>
      <section className="card console-item" aria-labelledby="forward">
        <h2 id="forward">{words.forward}</h2>
        <div className="actions">
          {steps.map(([each, count]) => (
            <Button
              key={`${each}${count}`}
              aria-disabled={isBusy}
              onClick={() => forward(count * secondsOf[each])}
            >
              + {words.units[each](count)}
            </Button>
          ))}
        </div>
        <form
          className="clock-amount"
          onSubmit={(event) => {
            event.preventDefault()
            if (seconds !== 0 && !isBusy) forward(seconds)
          }}
        >
          <Field
            name="amount"
            label={words.by}
            hint={words.byHint}
            type="number"
            step="any"
            required
            value={amount}
            onChange={({ target }) => setAmount(target.value)}
          />
          <SelectField
            name="unit"
            label={words.unit}
            value={unit}
            onChange={(value) => setUnit(value as keyof typeof secondsOf)}
            options={(['minutes', 'hours', 'days'] as const).map((each) => [
              each,
              words.unitNames[each],
            ])}
          />
          <Button type="submit" aria-disabled={isBusy}>
            {words.go}
          </Button>
        </form>
      </section>
      {offsetSeconds !== 0 && (
        <section className="card console-item" aria-labelledby="back">
          <h2 id="back">{words.back}</h2>
          <p className="console-soft">{words.backHint}</p>
          <div className="actions">
            <Button aria-disabled={isBusy} onClick={() => submit({ offsetSeconds: 0 })}>
              {words.backButton}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}
