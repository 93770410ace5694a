import type { userPoolWords as en } from '../en/user-pool.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const userPoolWords: Translation<typeof en> = {
  ok: (id, url, keys) => ({
    summary: `Den User Pool ${id} gibt es.`,
    evidence: `${url} hat ${keys} Schlüssel.`,
  }),
  missing: (id, region, url, status) => ({
    summary: `In ${region} gibt es keinen User Pool ${id}.`,
    evidence: `${url} antwortete ${status}.`,
    remedy: {
      text: 'Kopieren Sie die ID des User Pools noch einmal, Zeichen für Zeichen, und vergewissern Sie sich, dass die Region die ist, in der er angelegt wurde.',
      console: consolePaths.userPool,
    },
  }),
  odd: (id, url, status) => ({
    summary: `Ob es den User Pool ${id} gibt, ließ sich nicht feststellen.`,
    evidence: `${url} antwortete ${status}, ohne Schlüssel.`,
    remedy: {
      text: 'Versuchen Sie es in einer Minute noch einmal.',
      console: consolePaths.userPool,
    },
  }),
  unreadable: (id, region, url) => ({
    summary: `Ob es den User Pool ${id} gibt, konnte diese Seite nicht feststellen.`,
    evidence: `${url} antwortet, aber nicht so, dass eine Seite es lesen darf wie bei einem Pool, den es gibt. Starten Sie „npm run doctor“, das jede Antwort liest.`,
    remedy: {
      text: `Vergleichen Sie die ID des User Pools und die Region (${region}) mit der Konsole, Zeichen für Zeichen.`,
      console: consolePaths.userPool,
    },
  }),
  unreachable: (url) => ({
    summary: 'Der User Pool war nicht zu erreichen.',
    evidence: `Von ${url} kam nichts zurück.`,
    remedy: {
      text: 'Prüfen Sie die Verbindung, einen Proxy oder Blocker auf dem Weg, und ob es eine solche Region gibt. Auf dem lokalen AWS: Läuft es?',
      console: consolePaths.region,
    },
  }),
}
