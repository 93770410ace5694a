import { words } from '#words/words'
import { buttonClass } from '../ui/class-names.ts'

/** Each by its own name, as whoever looks for it knows it. */
const languages = { en: 'English', de: 'Deutsch' }

/**
 * Leads to the same page in another language. A page's words are built into it, so it is the host
 * that gives the other one (`infra/hosting/pages.cjs`), and `public/early.js` that asks for it from
 * then on.
 */
export function LanguageSwitch() {
  return (
    <nav className="languages" aria-label={words.languages}>
      {Object.entries(languages)
        .filter(([language]) => language !== words.language)
        .map(([language, name]) => (
          <button
            key={language}
            type="button"
            className={buttonClass('link')}
            lang={language}
            onClick={() => choose(language)}
          >
            {name}
          </button>
        ))}
    </nav>
  )
}

function choose(language: string) {
  const { pathname, search, hash } = window.location
  try {
    localStorage.setItem('language', language)
  } catch {
    // Where nothing may be stored, the choice is this page's.
  }
  window.location.replace(`/${language}${pathname}${search}${hash}`)
}
