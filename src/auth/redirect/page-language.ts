/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html#managed-login-localization */
const offered = ['de', 'en', 'es', 'fr', 'id', 'it', 'ja', 'ko', 'pt-BR', 'zh-CN', 'zh-TW'] as const

export type PageLanguage = (typeof offered)[number]

/**
 * What the domain's pages are asked to speak: the language of this page, so that they agree. Undefined
 * where they do not have it; then they decide themselves.
 *
 * @param tag as BCP 47 has it, e.g. `de-AT`.
 */
export function pageLanguage(tag = document.documentElement.lang): PageLanguage | undefined {
  const [language, ...subtags] = tag.toLowerCase().split('-')
  if (language === 'pt') return 'pt-BR'
  if (language === 'zh') {
    const isTraditional = subtags.some((subtag) => ['hant', 'hk', 'mo', 'tw'].includes(subtag))
    return isTraditional && !subtags.includes('hans') ? 'zh-TW' : 'zh-CN'
  }
  return offered.find((known) => known === language)
}
