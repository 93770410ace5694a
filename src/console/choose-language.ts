/** Each by its own name, as whoever looks for it knows it. */
export const languages: Readonly<Record<string, string>> = { en: 'English', de: 'Deutsch' }

const key = 'language'

/** What somebody has chosen here, or what the browser asks for. */
export function chooseLanguage(): void {
  const wanted = [readChosen(), ...navigator.languages.map((tag) => tag.split('-')[0])]
  const found = wanted.find((each) => each !== undefined && Object.hasOwn(languages, each))
  document.documentElement.lang = found ?? 'en'
}

/** The page's words are loaded with it, so it begins anew. */
export function speak(language: string): void {
  try {
    window.localStorage.setItem(key, language)
  } catch {
    // Where nothing may be kept, the browser's own stays.
  }
  window.location.reload()
}

function readChosen(): string | undefined {
  try {
    return window.localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}
