import type { identityPoolWords as en } from '../en/identity-pool.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const identityPoolWords: Translation<typeof en> = {
  asked: (operation, answer) => `${operation} antwortete: ${answer}.`,
  none: {
    summary: 'Es gibt keinen Identity Pool: Niemand bekommt Zugangsdaten von AWS.',
    evidence: 'Die Konfiguration hat keine ID eines Identity Pools.',
  },
  withId: 'eine Identität',
  withCredentials: 'Zugangsdaten',
  ok: (id, evidence) => ({
    summary: `Der Identity Pool ${id} nimmt die Tokens dieses App Clients und gibt Zugangsdaten dafür.`,
    evidence,
  }),
  there: (id, evidence) => ({
    summary: `Den Identity Pool ${id} gibt es. Ob er die Tokens dieses App Clients nimmt, zeigt sich, wenn jemand angemeldet ist.`,
    evidence,
    remedy: {
      text: 'Melden Sie sich an und sehen Sie noch einmal nach, oder starten Sie „npm run doctor“ mit Ihrer Adresse.',
      console: consolePaths.userAccess,
    },
  }),
  missing: (id, evidence) => ({
    summary: `Einen Identity Pool ${id} gibt es nicht.`,
    evidence,
    remedy: {
      text: 'Kopieren Sie die ID des Identity Pools noch einmal, Zeichen für Zeichen.',
      console: consolePaths.identityPool,
    },
  }),
  foreignToken: (evidence) => ({
    summary: 'Der Identity Pool nimmt keine Tokens dieses User Pools und App Clients.',
    evidence,
    remedy: {
      text: 'Fügen Sie dort den User Pool als Identity Provider hinzu, mit den IDs von User Pool und App Client aus der Konfiguration, Zeichen für Zeichen.',
      console: consolePaths.userAccess,
    },
  }),
  noRole: (evidence, provider) => ({
    summary: 'Der Identity Pool hat keine Rolle, die er angemeldeten Personen geben darf.',
    evidence,
    remedy: {
      text: `Setzen Sie die Rolle für angemeldete Personen (Authenticated role), und lassen Sie ihre Trust policy diesen Identity Pool (${provider}:aud) und „authenticated“ nennen.`,
      console: consolePaths.userAccess,
    },
  }),
  ended: (evidence) => ({
    summary:
      'Der Identity Pool nahm Ihr Token nicht an; vielleicht ist es abgelaufen, oder Sie wurden abgemeldet.',
    evidence,
    remedy: {
      text: 'Melden Sie sich ab und wieder an, und sehen Sie noch einmal nach.',
      console: consolePaths.userAccess,
    },
  }),
  guests: (evidence) => ({
    summary: 'Der Identity Pool gibt Zugangsdaten auch Besuchern, die nicht angemeldet sind.',
    evidence: `${evidence} GetId ohne Token legte eine Identität an, wie für jeden Besucher.`,
    remedy: {
      text: 'Die App braucht keinen Zugang für Gäste (Guest access). Schalten Sie ihn ab, oder sehen Sie nach, dass die Rolle für Gäste nichts erlaubt, was nicht für alle ist.',
      console: consolePaths.userAccess,
    },
  }),
  untold: (evidence) => ({
    summary: 'Ob der Identity Pool funktioniert, ließ sich nicht feststellen.',
    evidence,
    remedy: {
      text: 'Versuchen Sie es in einer Minute noch einmal.',
      console: consolePaths.identityPool,
    },
  }),
}
