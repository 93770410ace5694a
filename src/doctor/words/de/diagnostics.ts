import type { diagnosticsWords as en } from '../en/diagnostics.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

const things = (count: number) => (count === 1 ? '1 Sache' : `${count} Sachen`)

export const diagnosticsWords: Translation<typeof en> = {
  title: 'Diagnose',
  intro:
    'Fragt diese App, diesen Browser und AWS, ob alles zusammenpasst. Nichts wird geändert; was geschrieben wird, um zu sehen, ob es geht, wird wieder entfernt.',

  statuses: {
    ok: 'Funktioniert',
    wrong: 'Zu beheben',
    doubtful: 'Könnte besser sein',
    unknown: 'Nicht feststellbar',
    'not-applicable': 'Nicht gefragt',
    waiting: 'Wartet',
    checking: 'Wird geprüft',
  },

  outcome: {
    checking: (title) => `Wird geprüft: ${title}`,
    progress: (done, all) => `${done} von ${all} geprüft`,
    wrong: (count) => `${things(count)} ${count === 1 ? 'ist' : 'sind'} zu beheben`,
    doubtful: (count) =>
      `Alles funktioniert; ${things(count)} ${count === 1 ? 'könnte' : 'könnten'} besser sein`,
    unknown: 'Alles, was zu prüfen war, funktioniert',
    ok: 'Alles funktioniert',
  },
  counts: {
    ok: (count) => `${count} ${count === 1 ? 'funktioniert' : 'funktionieren'}`,
    wrong: (count) => `${count} zu beheben`,
    doubtful: (count) => `${count} ${count === 1 ? 'könnte' : 'könnten'} besser sein`,
    unknown: (count) => `${count} nicht feststellbar`,
    'not-applicable': (count) => `${count} nicht gefragt`,
  },
  started: 'Es wird geprüft. Das dauert ein paar Sekunden.',

  problems: 'Was gefunden wurde',
  findings: 'Alle Prüfungen',
  labels: {
    evidence: 'Woher wir das wissen',
    remedy: 'Was zu tun ist',
    console: 'Wo',
    template: 'In der Vorlage',
  },
  templateLine: (line, place) => `infra/template.yaml:${line} (${place})`,
  templatePlace: (place) => `infra/template.yaml (${place})`,

  signedOut: 'Ohne Anmeldung können das Konto und was es darf nicht geprüft werden.',
  signIn: 'Anmelden, um auch das zu prüfen',
  terminal:
    'Eine Seite darf nicht alles lesen, was AWS antwortet. „npm run doctor“ in einem Terminal prüft dasselbe ohne diese Grenze.',

  again: 'Noch einmal prüfen',
  copy: 'Bericht kopieren',
  copied: 'Der Bericht ist kopiert, ohne Tokens und E-Mail-Adressen.',
  notCopied: 'Dieser Browser ließ die Seite nicht kopieren. Hier ist der Bericht zum Kopieren.',
  report: 'Bericht',
  reportHeading: (product) => `${product}: Diagnose`,

  noConfiguration: (title) => ({
    summary: `Nicht geprüft: „${title}“ kommt zuerst.`,
    evidence: 'Ohne Konfiguration weiß die App nicht, wen sie fragen soll.',
  }),
}
