import type { activityWords as en } from '../en/account-activity.ts'
import type { Translation } from '../translation.ts'

export const activityWords: Translation<typeof en> = {
  title: 'Letzte Aktivitäten',
  rowText: 'Was in Ihrem Konto geschehen ist, und was zu tun ist, wenn Sie es nicht waren.',
  look: 'Letzte Aktivitäten ansehen',
  intro:
    'Anmeldungen, die noch gelten, und was zu Ihrem Konto hinzugekommen ist, das Neueste zuerst.',
  list: 'Was geschehen ist',
  signedIn: 'Angemeldet',
  deviceAdded: 'Neues Gerät',
  passkeyAdded: 'Passkey hinzugefügt',
  unknownDevice: 'Unbekanntes Gerät',
  none: 'Es gibt nichts zu berichten',
  noneText: 'Hier steht, was Sie zu Ihrem Konto hinzufügen.',
  noSessions:
    'Anmeldungen fehlen in dieser Liste: Der User Pool dieser App führt keine Liste der Sitzungen, oder hat Ihre noch nicht begonnen.',

  was: 'Waren Sie das?',
  wasIntro: 'Wenn Sie etwas davon nicht waren, tun Sie dies der Reihe nach.',
  password: 'Ändern Sie Ihr Passwort',
  passwordText: 'Wer das heutige kennt, kann dann nichts mehr damit anfangen.',
  provider: (provider) => `Sichern Sie Ihr Konto bei ${provider}`,
  providerText: (provider) =>
    `Sie melden sich mit ${provider} an, und dort wird auch Ihr Passwort geändert.`,
  sessions: 'Beenden Sie Sitzungen, die nicht Ihre sind',
  sessionsText: 'Ein neues Passwort allein beendet keine davon.',
  devices: 'Vergessen Sie Geräte, die nicht Ihre sind',
  devicesText: 'Dort wird wieder nach Ihrem zweiten Schritt gefragt.',
  passkeys: 'Löschen Sie Passkeys, die nicht Ihre sind',
  passkeysText: 'Wer einen angelegt hat, könnte sich damit anmelden.',

  missing: 'Was diese Liste nicht zeigen kann',
  missingText:
    'Versuche, die gescheitert sind oder verhindert wurden, und beendete Sitzungen. AWS nennt sie dem Betreiber dieser App, und niemandem durch die eigene Anmeldung. Wenn Ihnen gemeldet wurde, dass eine Anmeldung verhindert wurde, fragt die Mail dazu, ob Sie es waren.',
  operator:
    'AdminListUserAuthEvents kennt sie, in einem Pool mit Bedrohungsschutz. Dazu braucht es AWS-Zugangsdaten, die kein Browser haben darf: Ein Server von Ihnen würde für die Person fragen, die angemeldet ist.',
}
