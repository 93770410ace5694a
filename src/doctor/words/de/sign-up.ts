import type { signUpWords as en } from '../en/sign-up.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

const samePolicy = {
  text: 'Bauen Sie nach einer Änderung der Passwortregeln neu, oder bringen Sie die Regeln auf das zurück, was die Konfiguration hat.',
  console: consolePaths.passwordPolicy,
}

export const signUpWords: Translation<typeof en> = {
  asked: (answer) =>
    `Ein SignUp, das kein Pool annimmt (es setzt email_verified), wurde abgelehnt: ${answer}.`,
  askedMalformed: (answer) =>
    `Eines, dessen Adresse keine ist („nobody“), wurde abgelehnt: ${answer}.`,
  mayNotGiveEmail: (evidence) => ({
    summary:
      'Der App Client darf die E-Mail-Adresse nicht schreiben, die die Seite beim Anlegen eines Kontos angibt.',
    evidence,
    remedy: {
      text: 'Lassen Sie den App Client email schreiben.',
      console: consolePaths.attributes,
    },
  }),
  ok: (rules, evidence) => ({
    summary: `Man kann mit einer E-Mail-Adresse ein Konto erstellen. ${rules}`,
    evidence,
  }),
  rules: {
    same: 'Die Passwortregeln, die die Seite zeigt, sind die des Pools.',
    notShown: 'Die Seite zeigt keine Passwortregeln, da die Konfiguration keine hat.',
  },
  requires: (names) =>
    `Nach der Konfiguration verlangt der Pool ${names.length === 0 ? 'kein Attribut' : names.join(', ')}.`,
  codeOrLink:
    'Ob die E-Mail einen Code oder einen Link enthält, verrät niemand, bevor sie gesendet ist: Die Bestätigungsseite nimmt beides.',
  schemaUntold: (rules, evidence) => ({
    summary:
      `Es fand sich nichts, was am Erstellen eines Kontos hindert. Ob der User Pool mehr als die E-Mail-Adresse verlangt, lässt sich nicht fragen, ohne jemanden anzulegen. ${rules}`.trim(),
    evidence,
    remedy: {
      text: 'Vergleichen Sie: Unter „Required attributes“ darf nur email stehen. Oder erstellen Sie auf der Seite ein Konto; sie sagt, was der Pool ablehnt.',
      console: consolePaths.signUp,
    },
  }),
  lengthsUntold: (rules, evidence) => ({
    summary:
      `Es fand sich nichts, was am Erstellen eines Kontos hindert. Ob der User Pool Adressen jeder Länge annimmt, lässt sich nicht fragen, ohne jemanden anzulegen, und die Konfiguration nennt keine Attribute. ${rules}`.trim(),
    evidence,
    remedy: {
      text: 'Vergleichen Sie: Das Attribut email darf keine Mindestlänge haben und keine Höchstlänge unter 2048. Oder erstellen Sie auf der Seite ein Konto; sie sagt, was der Pool ablehnt.',
      console: consolePaths.signUp,
    },
  }),
  someLengths: (least, most, evidence) => ({
    summary: `Der User Pool nimmt nicht Adressen jeder Länge: ${[
      least !== undefined && `mindestens ${least} Zeichen`,
      most !== undefined && `höchstens ${most}`,
    ]
      .filter(Boolean)
      .join(', ')}.`,
    evidence,
    remedy: {
      text: 'Was im Schema steht, lässt sich nicht ändern, wenn es den Pool schon gibt. Passen manche Adressen nicht, so legen Sie einen Pool ohne diese Grenzen an, und tragen Sie seine IDs ein.',
      console: consolePaths.signUp,
    },
  }),
  closed: (evidence) => ({
    summary: 'Der User Pool lässt niemanden selbst ein Konto erstellen.',
    evidence,
    remedy: {
      text: 'Schalten Sie „Enable self-registration“ ein, oder legen Sie Personen als Administrator an.',
      console: consolePaths.signUp,
    },
  }),
  notByEmail: (evidence) => ({
    summary: 'Der User Pool nimmt keine E-Mail-Adresse als Benutzernamen.',
    evidence,
    remedy: {
      text: 'Das lässt sich nicht ändern, wenn es den Pool schon gibt. Legen Sie einen mit „Email“ unter den Options for sign-in identifiers an, und tragen Sie seine IDs ein.',
      console: consolePaths.signInOptions,
    },
  }),
  asksForMore: (evidence) => ({
    summary: 'Der User Pool verlangt ein Attribut, nach dem die Seite der App nicht fragt.',
    evidence,
    remedy: {
      text: 'Was verlangt wird, lässt sich nicht ändern, wenn es den Pool schon gibt. Legen Sie einen an, der allein die E-Mail-Adresse verlangt, und tragen Sie seine IDs ein.',
      console: consolePaths.signUp,
    },
  }),
  stricterPool: (evidence) => ({
    summary: 'Der User Pool verlangt mehr von einem Passwort, als die Seite zeigt.',
    evidence,
    remedy: samePolicy,
  }),
  stricterPage: (rules, evidence) => ({
    summary: `Die Seite verlangt mehr von einem Passwort als der User Pool: ${rules.join(', ')}.`,
    evidence,
    remedy: samePolicy,
  }),
  rulesUntold: (evidence) => ({
    summary:
      'Man kann mit einer E-Mail-Adresse ein Konto erstellen. Ob die Passwortregeln, die die Seite zeigt, die des Pools sind, lässt sich nicht fragen, ohne jemanden anzulegen.',
    evidence,
    remedy: {
      text: 'Vergleichen Sie die Regeln unter dem Feld für ein neues Passwort mit denen des Pools.',
      console: consolePaths.passwordPolicy,
    },
  }),
  untold: (evidence) => ({
    summary: 'Ob man ein Konto erstellen kann, ließ sich nicht feststellen.',
    evidence,
    remedy: {
      text: 'Hat eine Firewall (AWS WAF) oder ein Trigger des Pools abgelehnt, ist das vielleicht so gewollt. Sonst versuchen Sie es in einer Minute noch einmal.',
      console: consolePaths.signUp,
    },
  }),
  ruleNames: {
    length: 'so viele Zeichen',
    requireLowercase: 'ein Kleinbuchstabe',
    requireUppercase: 'ein Großbuchstabe',
    requireNumbers: 'eine Ziffer',
    requireSymbols: 'ein Sonderzeichen',
  },
  policyAsked: (results) => `Probierte Passwörter: ${results.join('; ')}.`,
  tried: (what, isRefused) => `${what} wurde ${isRefused ? 'abgelehnt' : 'durchgelassen'}`,
  allRules: 'eines, das gerade erfüllt, was die Seite verlangt,',
  breaking: {
    length: 'eines, das ein Zeichen kürzer ist,',
    requireLowercase: 'eines ohne Kleinbuchstaben',
    requireUppercase: 'eines ohne Großbuchstaben',
    requireNumbers: 'eines ohne Ziffer',
    requireSymbols: 'eines ohne Sonderzeichen',
  },
}
