import type { Language } from '../language.ts'
import { pageErrors as pageErrorsDe } from './page-errors.de.ts'
import { pageErrors as pageErrorsEn, type PageErrorTexts } from './page-errors.en.ts'
import { pageErrors as pageErrorsEs } from './page-errors.es.ts'
import { pageErrors as pageErrorsFr } from './page-errors.fr.ts'
import { pageErrors as pageErrorsId } from './page-errors.id.ts'
import { pageErrors as pageErrorsIt } from './page-errors.it.ts'
import { pageErrors as pageErrorsJa } from './page-errors.ja.ts'
import { pageErrors as pageErrorsKo } from './page-errors.ko.ts'
import { pageErrors as pageErrorsPtBr } from './page-errors.pt-br.ts'
import { pageErrors as pageErrorsZhCn } from './page-errors.zh-cn.ts'
import { pageErrors as pageErrorsZhTw } from './page-errors.zh-tw.ts'
import { words as de } from './words.de.ts'
import { words as en, type PageWords, type UserPoolWords } from './words.en.ts'
import { words as es } from './words.es.ts'
import { words as fr } from './words.fr.ts'
import { words as id } from './words.id.ts'
import { words as it } from './words.it.ts'
import { words as ja } from './words.ja.ts'
import { words as ko } from './words.ko.ts'
import { words as ptBr } from './words.pt-br.ts'
import { words as zhCn } from './words.zh-cn.ts'
import { words as zhTw } from './words.zh-tw.ts'

/** All that the pages say, in one language. */
export interface Words extends PageWords {
  language: Language
  /** Undefined in English, where a user pool speaks for itself. */
  userPool?: UserPoolWords
  pageErrors: PageErrorTexts
}

/**
 * Data, not loaded at need: a service worker may not `import()`, and all of it costs a start less
 * than a millisecond (decision 0117).
 */
const catalogue: Readonly<Record<Language, Words>> = {
  de: { language: 'de', ...de, pageErrors: pageErrorsDe },
  en: { language: 'en', ...en, pageErrors: pageErrorsEn },
  es: { language: 'es', ...es, pageErrors: pageErrorsEs },
  fr: { language: 'fr', ...fr, pageErrors: pageErrorsFr },
  id: { language: 'id', ...id, pageErrors: pageErrorsId },
  it: { language: 'it', ...it, pageErrors: pageErrorsIt },
  ja: { language: 'ja', ...ja, pageErrors: pageErrorsJa },
  ko: { language: 'ko', ...ko, pageErrors: pageErrorsKo },
  'pt-BR': { language: 'pt-BR', ...ptBr, pageErrors: pageErrorsPtBr },
  'zh-CN': { language: 'zh-CN', ...zhCn, pageErrors: pageErrorsZhCn },
  'zh-TW': { language: 'zh-TW', ...zhTw, pageErrors: pageErrorsZhTw },
}

export function wordsOf(language: Language): Words {
  return catalogue[language]
}
