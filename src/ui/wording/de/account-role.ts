import type { roleWords as en } from '../en/account-role.ts'
import type { Translation } from '../translation.ts'

export const roleWords: Translation<typeof en> = {
  title: 'Was Sie dürfen',
  rowText: 'Welche Dateien dieser App Sie lesen und ändern dürfen, und warum.',
  look: 'Ansehen, was Sie dürfen',
  intro:
    'AWS leiht Ihnen jeweils für eine Stunde eine Rolle. Aus ihr folgt, was Sie mit den Dateien dieser App tun dürfen.',

  who: 'Ihre Rolle',
  groups: 'Gruppen',
  noGroups: 'Sie sind in keiner.',
  role: 'Rolle',
  everybody: 'Die aller, die angemeldet sind.',
  again: 'Noch einmal nachsehen',
  againText: 'Wenn Sie nach der Anmeldung in eine Gruppe gekommen sind, zählt sie ab jetzt.',

  rights: 'Was sie erlaubt',
  rightsIntro:
    'Jede Zeile wird mit einer echten Anfrage versucht, die nichts ändert. Abgelehnte nennt die Konsole des Browsers Fehler; hier sind sie die Antwort.',
  try: 'Alles versuchen',
  tried: 'Alles wurde versucht.',
  allowed: 'Erlaubt',
  refused: 'Abgelehnt',
  names: {
    'get own': 'Eigene Dateien lesen',
    'put own': 'Eigene Dateien ändern',
    'get shared': 'Gemeinsames lesen',
    'put shared': 'Gemeinsames ändern',
    'get others': 'Dateien anderer lesen',
  },

  note: {
    title: 'Gemeinsame Notiz',
    intro: 'Ein Text für alle, die angemeldet sind. Ändern dürfen ihn die Editoren.',
    label: 'Notiz',
    read: 'Notiz öffnen',
    readAgain: 'Noch einmal öffnen',
    save: 'Für alle speichern',
    saved: 'Gespeichert. Alle, die angemeldet sind, können sie jetzt lesen.',
    notReadable: {
      message: 'Ihre Rolle darf Gemeinsames nicht lesen.',
      next: 'Vielleicht gibt es in dieser App nichts Gemeinsames.',
      operator: 'Der Parameter Editors der Vorlage legt Gruppe und Rechte an.',
    },
    notWritable: {
      message: 'Ihre Rolle darf Gemeinsames nicht ändern.',
      next: 'Das dürfen nur Editoren. Wenn Sie einer geworden sind, sehen Sie zuerst noch einmal nach.',
      operator: 'AdminAddUserToGroup nimmt jemanden in die Gruppe der Editoren auf.',
    },
    changed: {
      message: 'Jemand anderes hat die Notiz geändert, seit Sie sie geöffnet haben.',
      next: 'Kopieren Sie, was Sie geschrieben haben, und öffnen Sie sie noch einmal.',
    },
  },

  welcome: {
    title: 'Ihr Willkommen',
    intro:
      'Als Sie Ihr Konto bestätigt haben, hat eine Funktion eine erste Datei an einen Ort gelegt, der Ihnen allein gehört: Ihre Rolle darf lesen, was unter Ihrer eigenen Kennung liegt.',
    read: 'Öffnen',
    missing: {
      message: 'Es gibt keine.',
      next: 'Sie entsteht, wenn ein Konto bestätigt wird; ältere haben keine.',
    },
  },
}
