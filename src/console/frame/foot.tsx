import { useState } from 'react'
import { useRevalidator } from 'react-router-dom'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/class-names.ts'
import { languages, speak } from '../choose-language.ts'
import { useClient } from '../client/use-client.tsx'
import { frameWords as words } from '#console-words/frame'

export function Foot({ isLocked }: { isLocked: boolean }) {
  return (
    <footer className="console-foot">
      {!isLocked && <Reset />}
      <nav aria-label={words.languages}>
        {Object.entries(languages)
          .filter(([language]) => language !== document.documentElement.lang)
          .map(([language, name]) => (
            <button
              key={language}
              type="button"
              className={buttonClass('link')}
              lang={language}
              onClick={() => speak(language)}
            >
              {name}
            </button>
          ))}
      </nav>
    </footer>
  )
}

/** Of the whole state; asked twice, since nothing brings it back. */
function Reset() {
  const client = useClient()
  const announce = useAnnounce()
  const { revalidate } = useRevalidator()
  const [step, setStep] = useState<'idle' | 'asked' | 'busy'>('idle')

  async function reset() {
    setStep('busy')
    try {
      await client.send('POST', 'reset')
      announce(words.reset.done)
      await revalidate()
    } catch (error) {
      announce(String(error))
    } finally {
      setStep('idle')
    }
  }

  if (step === 'idle') {
    return <Button onClick={() => setStep('asked')}>{words.reset.ask}</Button>
  }
  return (
    <div className="alert alert-warning console-reset" role="group" aria-label={words.reset.ask}>
      <p>{words.reset.what}</p>
      <div className="actions">
        <Button autoFocus isBusy={step === 'busy'} onClick={() => void reset()}>
          {words.reset.yes}
        </Button>
        <Button variation="link" onClick={() => setStep('idle')}>
          {words.reset.no}
        </Button>
      </div>
    </div>
  )
}
