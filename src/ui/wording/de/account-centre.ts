import type { accountCentreWords as en } from '../en/account-centre.ts'
import type { Translation } from '../translation.ts'

export const accountCentreWords: Translation<typeof en> = {
  title: 'Ihr Konto',
  nav: {
    label: 'Konto',
    overview: 'Überblick',
    security: 'Sicherheit',
    personal: 'Persönliche Angaben',
    logins: 'Verknüpfte Anmeldungen',
    delete: 'Konto löschen',
  },
  back: 'Zurück zur Sicherheit',
  backToPersonal: 'Zurück zu den persönlichen Angaben',
  again: 'Noch einmal versuchen',
  on: 'Ein',
  off: 'Aus',
  first: 'Wird zuerst gefragt',
  cancel: 'Abbrechen',
  working: 'Das dauert einen Moment.',

  overview: {
    intro: 'Wie Sie sich anmelden und was diese App von Ihnen weiß.',
    open: 'Verwalten',
    manage: (what) => `Verwalten: ${what}`,
    signedInAs: 'Angemeldet als',
    personal: 'Ihr Name, Ihre E-Mail-Adresse und was das Konto sonst enthält.',
    logins: 'Google- und andere Konten, die hierher führen.',
    delete: 'Alles, was dieses Konto enthält, für immer gelöscht.',
  },

  session: {
    title: 'Tokens und Zugangsdaten',
    text: 'Was AWS diesem Browser gegeben hat, was jede Angabe bedeutet und was damit erlaubt ist.',
    look: 'Hineinsehen',
  },

  security: {
    intro: 'Wer hineinkommt, und womit.',
    signIn: 'Anmelden',
    secondStep: 'Zweiter Schritt',
    secondStepIntro:
      'Nach dem Passwort kommt ein Code, an den nur Sie kommen. Ein gestohlenes Passwort nützt dann niemandem.',
    places: 'Wo Sie angemeldet sind',
    password: 'Passwort',
    passwordSet: 'Festgelegt',
    passwordNone: 'Keines',
    passwordText: 'Ändern Sie es, wenn jemand es kennen könnte.',
    passwordNoneText:
      'Sie melden sich ohne Passwort an, mit Code oder Passkey. Sie können trotzdem eines festlegen.',
    passwordProvider: (provider) =>
      `Sie melden sich mit ${provider} an. Dort liegt Ihr Passwort, und dort ändern Sie es.`,
    change: 'Passwort ändern',
    set: 'Passwort festlegen',
    passkeys: 'Passkeys',
    passkeysText:
      'Anmelden mit Fingerabdruck, Gesicht oder PIN. Niemand kann einen erraten oder abfischen.',
    passkeysProvider: (provider) =>
      `Sie melden sich mit ${provider} an; einen Passkey kann Ihnen nur dieser Anbieter geben.`,
    passkeysUnavailable: 'Der Tarif des User Pools dieser App hat keine.',
    passkeyCount: (count) =>
      count === 0 ? 'Keiner' : count === 1 ? '1 Passkey' : `${count} Passkeys`,
    managePasskeys: 'Passkeys verwalten',
    addPasskey: 'Passkey hinzufügen',
    app: 'Authenticator-App',
    appText: 'Ein Code aus einer App auf Ihrem Telefon. Das geht auch ohne Netz.',
    setUpApp: 'Einrichten',
    manageApp: 'Verwalten',
    providerStep: (provider) =>
      `Sie melden sich mit ${provider} an, und der Anbieter hat einen eigenen zweiten Schritt. Diese App fragt Sie nie nach einem.`,
    message: { SMS: 'SMS', EMAIL: 'Code per E-Mail' },
    messageNotOffered: {
      SMS: 'Diese App sendet keine Codes per SMS.',
      EMAIL: 'Diese App sendet keine Codes per E-Mail als zweiten Schritt.',
    },
    messageNeeds: {
      SMS: 'Dazu braucht es eine Telefonnummer, an die der Code gehen kann.',
      EMAIL: 'Dazu braucht es eine E-Mail-Adresse, an die der Code gehen kann.',
    },
    messageAdd: { SMS: 'Telefonnummer hinzufügen', EMAIL: 'E-Mail-Adresse hinzufügen' },
    appNotOffered: 'Der User Pool dieser App nimmt keine Codes einer Authenticator-App.',
    noSecondStep: 'Der User Pool dieser App fragt nach keinem; einzurichten ist hier nichts.',
    secondRequired:
      'Diese App fragt alle nach einem zweiten Schritt; ausschalten lässt sich darum keiner. Welcher zuerst kommt, wählen Sie.',
    turnOn: 'Einschalten',
    turnOnLabel: (factor) => `Einschalten: ${factor}`,
    passkeysNotOffered: 'Der User Pool dieser App lässt niemanden mit einem Passkey hinein.',
    passkeysOtherHost:
      'Die Passkeys dieser App gelten für eine andere Adresse als die dieser Seite.',
    messageText: {
      SMS: 'Ein Code an Ihre Telefonnummer.',
      EMAIL: 'Ein Code an Ihre E-Mail-Adresse.',
    },
    preferThis: 'Danach zuerst fragen',
    preferLabel: (factor) => `Danach zuerst fragen: ${factor}`,
    turnOff: 'Ausschalten',
    turnOffLabel: (factor) => `Ausschalten: ${factor}`,
    sessions: 'Sitzungen',
    sessionsText: 'Beenden Sie Sitzungen, die Sie nicht kennen, oder alle.',
    manageSessions: 'Sitzungen verwalten',
  },

  password: {
    changeTitle: 'Passwort ändern',
    setTitle: 'Passwort festlegen',
    current: 'Bisheriges Passwort',
    new: 'Neues Passwort',
    change: 'Passwort ändern',
    set: 'Passwort festlegen',
    setIntro:
      'Dann können Sie sich auch mit Passwort anmelden. Ein Passwort lässt sich nicht wieder abschaffen.',
    forgot: 'Vergessen?',
    currentMissing: 'Geben Sie Ihr bisheriges Passwort ein.',
  },

  app: {
    title: 'Authenticator-App',
    intro:
      'Scannen Sie den Code mit einer Authenticator-App, und geben Sie den Code ein, den sie zeigt.',
    introReplace:
      'Scannen Sie den Code mit der neuen App. Die bisherige gilt weiter, bis der Code der neuen eingegeben ist.',
    qrCode: 'QR-Code für Ihre Authenticator-App',
    open: 'In einer App auf diesem Gerät öffnen',
    key: 'Oder tippen Sie diesen Schlüssel ein:',
    copy: 'Schlüssel kopieren',
    copied: 'Schlüssel kopiert',
    notCopied: 'Kopieren ist hier nicht erlaubt: Markieren Sie den Schlüssel.',
    codeHint: 'Die sechs Ziffern, die die App gerade zeigt.',
    confirm: 'Einschalten',
    isOn: 'Ihre Authenticator-App ist eingeschaltet. Beim Anmelden werden Sie nach ihrem Code gefragt.',
    lost: 'Geht das Telefon verloren, brauchen Sie einen anderen zweiten Schritt, der eingeschaltet ist, oder wer diese App betreibt, nimmt sie von Ihrem Konto. Bewahren Sie deshalb den Schlüssel sicher auf, oder schalten Sie einen weiteren Schritt ein.',
    replace: 'Andere App einrichten',
    turnOff: 'Ausschalten',
    turnOffText: 'Dann genügt Ihr Passwort allein, um hineinzukommen.',
  },

  passkeys: {
    title: 'Passkeys',
    intro:
      'Ein Passkey bleibt auf Ihrem Gerät oder in Ihrem Passwort-Manager und meldet Sie mit Fingerabdruck, Gesicht oder PIN an.',
    add: 'Passkey hinzufügen',
    none: 'Sie haben noch keine Passkeys',
    noneText:
      'Legen Sie einen auf jedem Gerät an, das Sie benutzen, oder einen, den Ihr Passwort-Manager mitnimmt.',
    notHere:
      'Dieser Browser kann keine Passkeys anlegen. Öffnen Sie diese Seite in einem anderen oder auf Ihrem Telefon.',
    full: 'Sie haben zwanzig; mehr kann ein Konto nicht haben.',
    created: 'Angelegt',
    platform: 'Auf einem Gerät',
    roaming: 'Sicherheitsschlüssel oder Telefon',
    delete: 'Löschen',
    deleteLabel: (name, created) => `${name} löschen, angelegt ${created}`,
    deleteTitle: 'Diesen Passkey löschen?',
    deleteText:
      'Er meldet Sie dann nicht mehr an. Ihr Gerät führt ihn weiter auf, bis Sie ihn auch dort löschen.',
    unnamed: 'Passkey',
  },

  sessions: {
    title: 'Sitzungen',
    intro:
      'Jeder Browser, in dem Sie sich angemeldet und nicht abgemeldet haben, ist eine Sitzung.',
    list: 'Wo Sie angemeldet sind',
    current: 'Diese Sitzung',
    browserOn: (browser, system) => `${browser} auf ${system}`,
    unknown: 'Unbekannter Browser',
    anotherApp: 'Bei einer anderen App dieses User Pools',
    signInPage: 'Auf der Anmeldeseite, die Sie ohne Passwort wieder einließe',
    lastUsed: 'Zuletzt benutzt',
    signedIn: 'Angemeldet',
    end: 'Beenden',
    endLabel: (what, used) => `${what} beenden, zuletzt benutzt ${used}`,
    endOthers: (count) => (count === 1 ? 'Die andere Sitzung beenden' : 'Alle anderen beenden'),
    othersText:
      'Alle außer dieser. Wer eine davon hat, kann an Ihrem Konto sofort nichts mehr ändern und kommt binnen einer Stunde nicht mehr an Ihre Dateien.',
    unavailable:
      'Hier gibt es keine Liste davon: Der User Pool dieser App führt keine oder hat diese Sitzung noch nicht aufgenommen. Beenden können Sie sie trotzdem.',
    endAll: 'Überall abmelden',
    endAllText:
      'Beendet alle Sitzungen, auch diese; danach melden Sie sich neu an. Wer anderswo eine hat, kann an Ihrem Konto sofort nichts mehr ändern und kommt binnen einer Stunde nicht mehr an die Dateien.',
  },

  prove: {
    title: 'Bestätigen Sie, dass Sie es sind',
    intro:
      'Was Sie vorhaben, ist einen zweiten Blick wert. Geben Sie Ihr Passwort noch einmal ein.',
    introCode: 'Geben Sie den Code Ihres zweiten Schritts ein.',
    introProvider: (provider) =>
      `Was Sie vorhaben, ist einen zweiten Blick wert. Sie werden hier abgemeldet, melden sich noch einmal mit ${provider} an und kommen zurück.`,
    withProvider: (provider) => `Noch einmal mit ${provider} anmelden`,
    introOther:
      'Was Sie vorhaben, ist einen zweiten Blick wert. Sie werden hier abgemeldet, melden sich noch einmal an und kommen zurück.',
    withOther: 'Noch einmal anmelden',
    submit: 'Weiter',
  },

  done: {
    'password-changed': 'Ihr Passwort ist geändert.',
    'password-set': 'Ihr Passwort ist festgelegt.',
    'app-on': 'Ihre Authenticator-App ist eingeschaltet.',
    'app-off': 'Die Authenticator-App ist ausgeschaltet.',
    'factor-on': 'Dieser zweite Schritt ist eingeschaltet.',
    'factor-off': 'Dieser zweite Schritt ist ausgeschaltet.',
    'factor-first': 'Danach werden Sie ab jetzt zuerst gefragt.',
    'passkey-added': 'Der Passkey ist da. Benutzen Sie ihn beim nächsten Anmelden.',
    'passkey-deleted': 'Der Passkey ist gelöscht.',
    'device-remembered': 'Dieses Gerät ist gemerkt.',
    'device-forgotten': 'Dieses Gerät ist vergessen.',
    'email-changed': 'Ihre E-Mail-Adresse ist bestätigt und gilt ab jetzt.',
    'phone-changed': 'Ihre Telefonnummer ist bestätigt und gilt ab jetzt.',
    'contact-saved': 'Gespeichert. Der User Pool dieser App fragt nach keinem Code.',
    'contact-removed': 'Entfernt.',
    'personal-saved': 'Ihre Angaben sind gespeichert.',
    'session-ended': 'Diese Sitzung ist beendet.',
    'others-ended': 'Alle anderen Sitzungen sind beendet.',
  },
  others: {
    text: 'Anderswo laufen Sitzungen weiter wie zuvor. Falls jemand anderes eine haben könnte, beenden Sie alle.',
    action: 'Überall abmelden',
    counted: (count) =>
      count === 1
        ? 'Sie sind an einem weiteren Ort angemeldet und bleiben es. Falls Sie das nicht sind, beenden Sie die Sitzung.'
        : `Sie sind an ${count} weiteren Orten angemeldet und bleiben es. Falls Sie das nicht überall sind, beenden Sie die Sitzungen.`,
    look: 'Ansehen',
  },
}
