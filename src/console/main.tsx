import { chooseLanguage } from './choose-language.ts'

// Words are those of the page's language as they are loaded, so it is chosen first.
chooseLanguage()
const { start } = await import('./start.tsx')
start()
