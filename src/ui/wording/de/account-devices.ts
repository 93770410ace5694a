import type { deviceWords as en } from '../en/account-devices.ts'
import type { Translation } from '../translation.ts'

export const deviceWords: Translation<typeof en> = {
  title: 'Gemerkte Geräte',
  rowText: 'Geräte, auf denen Sie sich mit Ihrem Passwort angemeldet haben.',
  manage: 'Geräte verwalten',
  intro:
    'Wo der User Pool dieser App es erlaubt, steht ein gemerktes Gerät für Ihren zweiten Schritt: Dort genügt Ihr Passwort.',
  none: 'Noch keine Geräte',
  noneText:
    'Hier stehen die Geräte, auf denen Sie sich mit Ihrem Passwort anmelden, falls der User Pool dieser App sie sich merkt.',
  noneProvider: (provider) =>
    `Sie melden sich mit ${provider} an, und eine solche Anmeldung gehört zu keinem Gerät. Von Ihren ist nichts gemerkt.`,
  current: 'Dieses Gerät',
  unknown: 'Unbekanntes Gerät',
  lastUsed: 'Zuletzt angemeldet',
  added: 'Hinzugefügt',
  remember: 'Dieses Gerät merken',
  rememberText:
    'Dann werden Sie hier nicht mehr nach dem zweiten Schritt gefragt, wo der Pool das erlaubt. Nichts für ein Gerät, das auch andere benutzen.',
  forget: 'Vergessen',
  forgetLabel: (what, used) => `${what} vergessen, zuletzt benutzt ${used}`,
}
