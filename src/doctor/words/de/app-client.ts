import type { appClientWords as en } from '../en/app-client.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const appClientWords: Translation<typeof en> = {
  asked: (flow, answer) => `InitiateAuth ${flow} antwortete: ${answer}.`,
  challenge: 'eine Challenge',
  ok: (id, evidence) => ({
    summary: `Den App Client ${id} gibt es, er hat kein Client Secret und erlaubt die Anmeldungen, die die App benutzt.`,
    evidence,
  }),
  ofOtherPool: (id, pool, evidence) => ({
    summary: `Der App Client ${id} gehört nicht zum User Pool ${pool}.`,
    evidence: `${evidence} Der Pool selbst kennt ihn nicht, sodass jedes Passwort falsch wäre.`,
    remedy: {
      text: 'Tragen Sie die IDs eines User Pools und eines App Clients desselben Pools ein.',
      console: consolePaths.appClient,
    },
  }),
  poolUntold: (id, pool, evidence) => ({
    summary: `Den App Client ${id} gibt es, er hat kein Client Secret und erlaubt die Anmeldungen, die die App benutzt. Ob er zum User Pool ${pool} gehört, zeigt sich, wenn jemand angemeldet ist.`,
    evidence: `${evidence} Cognito antwortet für jeden App Client der Region, und das Dokument des Pools nennt keine Domain, die man fragen könnte.`,
    remedy: {
      text: 'Sehen Sie nach, ob der App Client in diesem User Pool aufgeführt ist; sonst ist jedes Passwort „falsch“.',
      console: consolePaths.appClient,
    },
  }),
  missing: (id, region, evidence) => ({
    summary: `In ${region} gibt es keinen App Client ${id}.`,
    evidence,
    remedy: {
      text: 'Kopieren Sie die ID des App Clients noch einmal, Zeichen für Zeichen, aus dem User Pool der Konfiguration.',
      console: consolePaths.appClient,
    },
  }),
  secret: (evidence) => ({
    summary:
      'Der App Client hat ein Client Secret, das eine App im Browser nicht bewahren und nicht benutzen kann.',
    evidence,
    remedy: {
      text: 'Ein Client Secret lässt sich nicht entfernen. Legen Sie einen anderen App Client vom Typ „Single-page application (SPA)“ an, und tragen Sie seine ID ein, auch im Identity Pool.',
      console: consolePaths.appClient,
    },
  }),
  noSrp: (evidence) => ({
    summary: 'Der App Client erlaubt nicht, wie sich die App mit Passwort anmeldet (SRP).',
    evidence,
    remedy: {
      text: 'Wählen Sie unter Authentication flows „Sign in with secure remote password (SRP)“.',
      console: consolePaths.appClientSettings,
    },
  }),
  noChoice: (evidence) => ({
    summary:
      'Nach dem Bestätigen der Adresse muss man das Passwort noch einmal eingeben: Der App Client erlaubt die Choice-based sign-in nicht.',
    evidence,
    remedy: {
      text: 'Wählen Sie unter Authentication flows „Choice-based sign-in“. Der User Pool braucht die Stufe Essentials oder Plus.',
      console: consolePaths.appClientSettings,
    },
  }),
  tierTooLow: (offers, evidence) => ({
    summary: `Die App bietet an, was es in der Stufe des User Pools nicht gibt: ${offers.join(', ')}.`,
    evidence,
    remedy: {
      text: 'Wählen Sie als Feature plan Essentials oder Plus, oder bieten Sie nur das Passwort an: Lassen Sie firstFactors und secondFactors weg.',
      console: consolePaths.tier,
    },
  }),
  tellsWhoIsThere: (evidence) => ({
    summary: 'Der App Client verrät Fremden, welche Adressen ein Konto haben.',
    evidence,
    remedy: {
      text: 'Schalten Sie in den erweiterten Einstellungen „Prevent user existence errors“ ein.',
      console: consolePaths.appClientSettings,
    },
  }),
  untold: (evidence) => ({
    summary: 'Was der App Client erlaubt, ließ sich nicht ganz feststellen.',
    evidence,
    remedy: {
      text: 'Versuchen Sie es in einer Minute noch einmal. Hat eine Firewall (AWS WAF) oder ein Trigger des Pools abgelehnt, ist das vielleicht so gewollt.',
      console: consolePaths.appClientSettings,
    },
  }),
}
