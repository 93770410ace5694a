import { accountCentreWords } from '#words/account-centre'

interface Told {
  browser: string | undefined
  system: string | undefined
}

/** As "Firefox 140 on Linux", with what is known of it; undefined where nothing is. */
export function browserOn({ browser, system }: Told): string | undefined {
  if (browser === undefined || system === undefined) return browser ?? system
  return accountCentreWords.sessions.browserOn(browser, system)
}
