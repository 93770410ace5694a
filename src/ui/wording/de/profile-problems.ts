import type {
  attributeProblemWords as attributeProblems,
  troubleWords as troubles,
} from '../en/profile-problems.ts'
import type { Translation } from '../translation.ts'

const kept = 'Ihre Eingaben bleiben hier.'
const notYours = 'Wer diese App betreibt, findet Hilfe in den Einzelheiten.'

export const troubleWords: Translation<typeof troubles> = {
  offline: {
    message: 'Sie sind offline.',
    next: `${kept} Versuchen Sie es noch einmal, wenn Sie verbunden sind.`,
  },
  unreachable: {
    message: 'AWS ist nicht zu erreichen.',
    next: `Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. ${kept}`,
    operator:
      'Wenn andere Seiten laden, liegt der Bucket vielleicht in einer anderen Region, es gibt ihn nicht, oder er lässt den Origin dieser Seite nicht zu: S3-Konsole › Ihr Bucket › Permissions › CORS. Auf dem lokalen AWS: Läuft es noch im Terminal?',
  },
  busy: {
    message: 'AWS bekommt zu viele Anfragen oder kann gerade nicht antworten.',
    next: `Warten Sie ein paar Sekunden und versuchen Sie es noch einmal. ${kept}`,
  },
  expired: {
    message: 'Die vorläufigen Zugangsdaten sind abgelaufen, und auch neue werden nicht angenommen.',
    next: `Melden Sie sich wieder an. ${kept}`,
  },
  signedOut: {
    message: 'Ihre Sitzung ist zu Ende.',
    next: `Melden Sie sich wieder an. ${kept}`,
    operator:
      'Hilft das nicht, vergleichen Sie User Pool und App Client des Identity Pools mit Ihrer Konfiguration: Cognito-Konsole › Identity pools › Ihr Pool › User access.',
  },
  denied: (action) => ({
    message: `AWS erlaubt das nicht: ${action} fehlt.`,
    next: `${kept} ${notYours}`,
    operator: `Die Rolle des Identity Pools für angemeldete Personen muss ${action} unter users/<Identity-ID>/ in diesem Bucket erlauben: IAM-Konsole › Roles.`,
  }),
  notConfigured: {
    message: 'Diese App hat keinen Ort für ein Profil.',
    next: 'Was mit Ihrem Konto aufbewahrt wird, können Sie trotzdem ändern.',
    operator:
      'Name, Text, Links und Bild brauchen einen Identity Pool und einen S3-Bucket, und die Konfiguration nennt keine: Setzen Sie identityPoolId und bucket.',
  },
  noIdentityPool: {
    message: 'Diese App ist für einen Identity Pool eingerichtet, den es nicht gibt.',
    next: `${kept} ${notYours}`,
    operator:
      'Vergleichen Sie seine ID und Region mit Ihrer Konfiguration: Cognito-Konsole › Identity pools › Ihr Pool.',
  },
  noRole: {
    message:
      'Der Identity Pool hat keine Rolle für angemeldete Personen, oder er darf sie nicht verwenden.',
    next: `${kept} ${notYours}`,
    operator:
      'Wählen Sie eine, die diesem Identity Pool vertraut: Cognito-Konsole › Identity pools › Ihr Pool › User access › Authenticated access.',
  },
  noBucket: {
    message: 'Den Bucket dieser App gibt es nicht.',
    next: `Was Ihr Konto aufbewahrt, ist trotzdem zu sehen. ${notYours}`,
    operator:
      'Vergleichen Sie seinen Namen und seine Region mit S3-Konsole › General purpose buckets.',
  },
  wrongRegion: {
    message: 'Der Bucket liegt in einer anderen Region.',
    next: notYours,
    operator:
      'Die Region Ihrer Konfiguration muss die des Buckets sein: S3-Konsole › Ihr Bucket › Properties › AWS Region.',
  },
  clock: {
    message: 'Die Uhr dieses Geräts geht falsch, deshalb nimmt AWS seine Signatur nicht an.',
    next: `Lassen Sie Datum und Uhrzeit automatisch stellen und versuchen Sie es noch einmal. ${kept}`,
  },
  tooLarge: {
    message: 'Das ist zu groß.',
    next: 'Kürzen Sie es oder wählen Sie ein kleineres Bild, und versuchen Sie es noch einmal.',
  },
  cancelled: {
    message: 'Das Hochladen ist abgebrochen.',
    next: 'Ihr Bild ist, wie es war.',
  },
  conflict: {
    message: 'Es wurde inzwischen anderswo geändert, mehrere Male.',
    next: 'Versuchen Sie es noch einmal.',
  },
  unknown: {
    message: 'Etwas ist schiefgegangen, womit diese Seite nicht gerechnet hat.',
    next: `${kept} Versuchen Sie es noch einmal; geschieht es wieder, hilft der technische Name dem, der es untersucht.`,
  },
  notLoaded: {
    message: 'Ein Teil dieser App konnte nicht geladen werden.',
    next: 'Versuchen Sie es noch einmal. Geschieht es wieder, gibt es vielleicht eine neuere Version: Laden Sie die Seite neu.',
  },
  encoding: {
    message: 'Dieser Browser konnte das Bild nicht kodieren.',
    next: 'Vielleicht fehlt ihm Speicher: Schließen Sie andere Tabs, oder wählen Sie ein kleineres Bild.',
  },
}

export const attributeProblemWords: Translation<typeof attributeProblems> = {
  value: (label) => ({
    message: `Der User Pool hat diesen Wert abgelehnt: ${label}.`,
    next: 'Vielleicht ist er zu lang, oder nicht in der Form, die er haben muss.',
    operator:
      'Cognito-Konsole › User pools › Ihr Pool › Sign-up › Custom attributes sagt, was ein eigenes Attribut aufnimmt.',
  }),
  notKept: (label, name) => ({
    message: `Dieser User Pool bewahrt das nicht auf, oder nicht so, dass es geändert werden kann: ${label} (${name}).`,
    next: 'Es ist hier weggelassen; der Rest ist wie gewohnt.',
    operator:
      'Um es zu haben: Cognito-Konsole › User pools › Ihr Pool › Sign-up › Custom attributes.',
  }),
  notWritable: (label, name) => ({
    message: `Diese App darf das nicht ändern: ${label} (${name}).`,
    next: 'Es ist hier weggelassen; der Rest ist wie gewohnt.',
    operator:
      'Der App Client muss es schreiben dürfen: Cognito-Konsole › User pools › Ihr Pool › App clients › Ihr Client › Attribute permissions.',
  }),
  wrongPool: {
    message:
      'Diese App ist für einen User Pool oder einen App Client eingerichtet, den es nicht gibt.',
    next: notYours,
    operator:
      'Vergleichen Sie Region, ID des User Pools und ID des App Clients mit der Cognito-Konsole.',
  },
  trigger: {
    message: 'Eine Regel dieses Produkts hat die Änderung abgelehnt.',
    next: notYours,
    operator:
      'Sie kommt von einem Lambda-Trigger des Pools; sein Protokoll in CloudWatch sagt, warum.',
  },
}
