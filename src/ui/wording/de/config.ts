import type { configWords as en } from '../en/config.ts'
import type { Translation } from '../translation.ts'

/** Namen der AWS-Konsole bleiben, wie sie dort heißen. */
const keys: Record<string, { name: string; where: string; example: string }> = {
  region: {
    name: 'Region',
    where: 'die Auswahl der Region rechts oben in der AWS-Konsole',
    example: 'eu-central-1',
  },
  userPoolId: {
    name: 'ID des User Pools',
    where: 'Cognito › User pools › Ihr Pool › Overview',
    example: 'eu-central-1_AbCdEfGhI',
  },
  userPoolClientId: {
    name: 'ID des App Clients',
    where: 'Cognito › User pools › Ihr Pool › App clients',
    example: '3n4b5urk1ft4fl3mg5e62d9ado',
  },
  identityPoolId: {
    name: 'ID des Identity Pools',
    where: 'Cognito › Identity pools › Ihr Pool',
    example: 'eu-central-1:7c4f0e1c-2a5b-4e1d-9a0c-0d9b6f1c2e3a',
  },
  domain: {
    name: 'Domain, ohne https://',
    where: 'Cognito › User pools › Ihr Pool › Branding › Domain',
    example: 'ihr-praefix.auth.eu-central-1.amazoncognito.com',
  },
  bucket: {
    name: 'Bucket',
    where: 'S3 › General purpose buckets',
    example: 'ihre-profile',
  },
  socialProviders: {
    name: 'Anbieter, eine Liste',
    where: 'Cognito › User pools › Ihr Pool › Social and external providers',
    example: '["Google"]',
  },
  firstFactors: {
    name: 'Erste Faktoren, durch Kommas getrennt',
    where: 'Cognito › User pools › Ihr Pool › Sign-in › Options for choice-based sign-in',
    example: 'PASSWORD,WEB_AUTHN,EMAIL_OTP',
  },
  mfa: {
    name: 'Ob ein zweiter Faktor verlangt wird',
    where: 'Cognito › User pools › Ihr Pool › Sign-in › Multi-factor authentication',
    example: 'OPTIONAL',
  },
  secondFactors: {
    name: 'Zweite Faktoren, durch Kommas getrennt',
    where: 'Cognito › User pools › Ihr Pool › Sign-in › Multi-factor authentication › MFA methods',
    example: 'SOFTWARE_TOKEN_MFA',
  },
  relyingParty: {
    name: 'Host, für den Passkeys gelten',
    where: 'Cognito › User pools › Ihr Pool › Sign-in › Passkey › Relying party ID',
    example: 'app.example.com',
  },
  rememberDevices: {
    name: 'Ob Geräte für den zweiten Faktor stehen',
    where: 'Cognito › User pools › Ihr Pool › Sign-in › Device tracking',
    example: 'ASK',
  },
  userAttributes: {
    name: 'Was der Pool von Menschen speichert, als JSON',
    where: 'Cognito › User pools › Ihr Pool › Sign-up › Custom attributes',
    example: '[{"name":"email","required":true},{"name":"custom:company","maxLength":80}]',
  },
  examples: {
    name: 'Funktionen aus infra/triggers, die an sind und von denen Seiten wissen',
    where: 'Cognito › User pools › Ihr Pool › Extensions',
    example: 'MAGIC_LINK,MIGRATION',
  },
  redirectSignIn: {
    name: 'Callback-URLs, eine Liste',
    where: 'Cognito › User pools › Ihr Pool › App clients › Login pages › Allowed callback URLs',
    example: '["https://app.example.com/callback"]',
  },
  redirectSignOut: {
    name: 'URLs nach der Abmeldung, eine Liste',
    where: 'Cognito › User pools › Ihr Pool › App clients › Login pages › Allowed sign-out URLs',
    example: '["https://app.example.com/"]',
  },
  passwordPolicy: {
    name: 'Passwortregeln',
    where: 'Cognito › User pools › Ihr Pool › Authentication methods › Password policy',
    example: '{"minimumLength": 12}',
  },
}

export const configWords: Translation<typeof en> = {
  title: 'Noch nicht eingerichtet',
  heading: 'Diese App ist nicht vollständig eingerichtet',
  intro:
    'Sie liest in /config.json, welche Ressourcen von AWS sie benutzt, und kann mit dem, was dort steht, nicht starten.',
  remedy:
    'Die Datei schreiben „npm start“ und „npm run build“ aus .env.local (oder amplify_outputs.json). Berichtigen Sie dort die Werte, starten oder bauen Sie neu, und laden Sie diese Seite noch einmal. Ganz ohne Konfiguration für AWS läuft „npm start“ auf dem lokalen AWS.',
  reload: 'Neu laden',
  unreachable:
    'Die Datei /config.json konnte nicht geladen werden. Sind Sie verbunden, und läuft der Server?',
  'not-found': 'Auf diesem Server gibt es keine /config.json.',
  'not-json': 'Was der Server als /config.json sendet, ist kein JSON-Objekt.',
  missing: (key) => `Es fehlt: ${nameOf(key)}.`,
  malformed: (key, value) => `Das sieht nicht richtig aus: ${nameOf(key)}: ${value}`,
  needed: (key, by) => `Es fehlt: ${nameOf(key)}. Ohne das nützt dies nichts: ${nameOf(by)}.`,
  otherRegion: (key, value, region) =>
    `Das liegt in einer anderen Region als ${region}: ${nameOf(key)}: ${value}`,
  localElsewhere: (host) =>
    `Das ist ein Build für das lokale AWS. Er läuft nur auf localhost, nicht auf ${host}.`,
  where: (key) => {
    const known = keys[key]
    return known && { where: known.where, example: known.example }
  },
  whereLabel: 'Wo man es findet',
  exampleLabel: 'So sieht es aus',
}

function nameOf(key: string): string {
  const known = keys[key]
  return known ? `${known.name} (${key})` : key
}
