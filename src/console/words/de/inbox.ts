import type { inboxWords as english } from '../en/inbox.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

export const inboxWords: Translation<typeof english> = {
  title: 'Posteingang',
  intro: 'E-Mails und SMS, die AWS verschickt hätte. Nichts verlässt diesen Rechner.',
  search: 'Suchen',
  to: 'Nachrichten an',
  everybody: 'alle',
  none: 'Noch keine Nachrichten. Legen Sie ein Konto an oder fordern Sie ein neues Passwort an: Der Code erscheint hier sofort.',
  noMatch: 'Keine Nachricht passt.',
  more: (count: number) => `Ältere zeigen (${count})`,
  news: (to: string, subject: string) => `Neue Nachricht an ${to}: ${subject}`,
  textMessage: 'SMS',
  textTo: 'SMS an',
  mailTo: 'E-Mail an',
  openLink: 'Link öffnen',
  whole: 'Ganze Nachricht',
  views: {
    label: 'Darstellung',
    html: 'Wie ein Mailprogramm sie zeigt',
    text: 'Wie sie verschickt wurde',
  },
  code: {
    copy: 'Code kopieren',
    copyOf: (code: string) => `Code ${code} kopieren`,
    copied: 'Kopiert',
    copiedOf: (code: string) => `Code ${code} kopiert`,
    isCopied: 'Der Code ist kopiert.',
    isSelected: 'Der Browser lässt nichts kopieren. Der Code ist markiert.',
  },
  password: {
    copy: 'Passwort kopieren',
    copyOf: (password: string) => `Passwort ${password} kopieren`,
    copied: 'Kopiert',
    copiedOf: (password: string) => `Passwort ${password} kopiert`,
    isCopied: 'Das Passwort ist kopiert.',
    isSelected: 'Der Browser lässt nichts kopieren. Das Passwort ist markiert.',
  },
}
