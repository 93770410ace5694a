import type { codeWords as en } from '../en/codes.ts'
import type { Translation } from '../translation.ts'

export const codeWords: Translation<typeof en> = {
  confirm: {
    title: 'Konto bestätigen',
    heading: 'Sehen Sie in Ihre Post',
    sentTo: (destination) => `Wir haben einen Code oder einen Link an ${destination} gesendet.`,
    sent: 'Wir haben Ihnen einen Code oder einen Link gesendet.',
    notSent:
      'Geben Sie den Code aus der E-Mail ein, die wir Ihnen gesendet haben. Dieser Tab weiß nicht, wohin sie ging, und fragt darum noch einmal nach der Adresse.',
    lifetime: (hours) =>
      `Er gilt ${hours === 1 ? 'eine Stunde' : `${String(hours)} Stunden`}, ein einziges Mal.`,
    submit: 'Konto bestätigen',
    resend: 'Neue Nachricht senden',
    resendIn: (seconds) => `Neue Nachricht senden in ${String(seconds)} s`,
    resent: (destination) =>
      `Eine neue Nachricht ist unterwegs an ${destination}. Die vorige gilt nicht mehr.`,
    resentUnnamed: 'Eine neue Nachricht ist unterwegs. Die vorige gilt nicht mehr.',
    byLink:
      'Enthält die E-Mail statt eines Codes einen Link? Öffnen Sie ihn und kommen Sie zurück.',
    clicked: 'Ich habe den Link angeklickt',
    otherAddress: 'Andere Adresse verwenden',
    signIn: 'Stattdessen anmelden',
  },

  field: {
    label: 'Code',
    hint: 'Nur Ziffern. Leerzeichen sind egal.',
  },

  inbox: {
    heading: 'Lokaler Posteingang',
    explain: 'Auf dem lokalen AWS verlässt keine Nachricht diesen Computer.',
    openLink: 'Link öffnen (neuer Tab)',
    use: (code) => `Code ${code} verwenden`,
    used: 'Der Code ist eingetragen.',
    none: 'Noch keine Nachricht für diese Adresse.',
    look: 'Noch einmal nachsehen',
  },

  forgot: {
    newPassword: 'Neues Passwort',
    title: 'Passwort zurücksetzen',
    intro:
      'Nennen Sie uns Ihre Adresse, und wir senden Ihnen einen Code, mit dem Sie ein neues Passwort wählen.',
    required:
      'Ihr Passwort muss geändert werden, bevor Sie sich anmelden können. Nehmen Sie den Code, den Sie bekommen haben, oder lassen Sie sich einen senden, um ein neues zu wählen.',
    submit: 'Code senden',
    haveCode: 'Ich habe schon einen Code',
    back: 'Zurück zur Anmeldung',
    checkTitle: 'Neues Passwort wählen',
    sent: (email) =>
      `Gibt es ein Konto für ${email}, das ein Passwort hat, ist ein Code dorthin unterwegs.`,
    resent:
      'Gibt es ein Konto für diese Adresse, das ein Passwort hat, ist ein neuer Code unterwegs. Der vorige gilt nicht mehr.',
    submitNew: 'Passwort ändern',
    otherAddress: 'Andere Adresse verwenden',
  },

  facts: {
    confirm: {
      heading: 'Warum wir fragen',
      text: 'Es zeigt, dass die Adresse Ihnen gehört: So kann niemand in Ihrem Namen ein Konto eröffnen, und Sie kommen immer wieder hinein.',
    },
    forgot: {
      heading: 'Dieselbe Antwort für alle',
      text: 'Ob eine Adresse ein Konto hat oder nicht, diese Seite sagt dasselbe. Niemand kann mit ihr herausfinden, wer hier ist.',
    },
  },
}
