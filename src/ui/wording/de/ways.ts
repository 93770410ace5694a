import type { waysWords as en } from '../en/ways.ts'
import type { Translation } from '../translation.ts'

export const waysWords: Translation<typeof en> = {
  managed: 'Weiter mit Managed Login',
  why: 'Empfohlen: Ihr Passwort tippen Sie nur auf der eigenen Seite des User Pools, nie in der App.',
  more: 'Warum das sicherer ist',
  moreText:
    'Was eine App nie sieht, kann auch kein Fehler in ihr preisgeben: So empfiehlt es für Apps im Browser',
  rfc: 'RFC 10017',
  continueWith: 'Weiter mit',
  linking:
    'Gibt es ein Konto mit derselben Adresse, und hat der Anbieter sie bestätigt, kommen Sie in dieses Konto.',
  or: 'Oder mit Passwort, hier',
}
