import type { problems as en } from '../en/problems.ts'
import type { Translation } from '../translation.ts'
import { slips } from './slips.ts'

const pool = 'Cognito-Konsole › User pools › Ihr Pool'
const kept = 'Ihre Eingaben bleiben hier.'
const notYours =
  'Das können Sie nicht selbst beheben: Der Betreiber dieser App findet Hilfe in den Einzelheiten.'

export const problems: Translation<typeof en> = {
  ...slips,
  'password-refused': {
    message: 'Dieses Passwort erfüllt die Regeln nicht.',
    next: 'Wählen Sie eines, das jede Regel erfüllt, nicht mit einem Leerzeichen beginnt oder endet und noch nicht verwendet wurde.',
    operator: `Die Regeln: ${pool} › Authentication methods › Password policy.`,
  },
  'password-leaked': {
    message: 'Dieses Passwort ist anderen bekannt geworden.',
    next: 'Wählen Sie eines, das Sie sonst nirgends verwenden.',
    operator: `Bekannt gewordene Zugangsdaten: ${pool} › Threat protection.`,
  },
  'code-wrong': {
    message: 'Dieser Code stimmt nicht.',
    next: 'Vergleichen Sie ihn mit der neuesten Nachricht: Ein neuer Code ersetzt den vorigen.',
  },
  'code-expired': {
    message: 'Dieser Code gilt nicht mehr.',
    next: 'Senden Sie einen neuen und verwenden Sie den.',
  },
  'code-used': {
    message: 'Dieser Code wurde schon benutzt.',
    next: 'Warten Sie, bis Ihre Authenticator-App den nächsten zeigt; das dauert höchstens eine halbe Minute.',
  },
  'code-not-sent': {
    message: 'Der Code konnte nicht zugestellt werden.',
    next: `Prüfen Sie die Adresse und versuchen Sie es noch einmal. ${kept}`,
    operator: `Vielleicht kann der Pool nichts senden: ${pool} › Authentication methods › Email.`,
  },
  'wrong-credentials': {
    message: 'Die E-Mail-Adresse oder das Passwort ist falsch.',
    next: 'Prüfen Sie beides und versuchen Sie es noch einmal. Nach mehreren falschen Passwörtern pausiert die Anmeldung eine Weile.',
    operator: `Konten und ihr Status: ${pool} › Users. Ein Konto muss bestätigt und aktiviert sein. Wird auch das richtige Passwort abgelehnt, gehört die ID des User Pools in der Konfiguration nicht zum Pool des App Clients, oder die Uhr dieses Geräts geht falsch: Die Seite /diagnostics sagt es.`,
  },
  'sign-in-blocked': {
    message: 'Diese Anmeldung wurde verhindert, um Ihr Konto zu schützen.',
    next: 'Ihr Passwort kann richtig sein. Melden Sie sich dort an, wo Sie es sonst tun, oder bestätigen Sie in der E-Mail, die wir vielleicht gesendet haben, dass Sie es waren.',
    operator: `Die adaptive Authentifizierung hielt die Anmeldung für riskant, oder sie fragte nach einem zweiten Schritt, den das Konto nicht hat: ${pool} › Users › User event history, und ${pool} › Threat protection.`,
  },
  'address-blocked': {
    message: 'Aus dem Netz, in dem Sie sind, kann sich niemand anmelden.',
    next: 'Melden Sie sich aus einem anderen an.',
    operator: `Die Adresse ist in einem Bereich, der immer blockiert wird: ${pool} › Threat protection › IP address exceptions.`,
  },
  'account-exists': {
    message: 'Es gibt bereits ein Konto mit dieser Adresse.',
    next: 'Melden Sie sich damit an. Wurde es nie bestätigt, sendet Ihnen die Anmeldung einen neuen Code.',
  },
  'account-unknown': {
    message: 'An diese Adresse konnte kein Code gesendet werden.',
    next: 'Prüfen Sie die Adresse, oder erstellen Sie das Konto noch einmal.',
  },
  'already-confirmed': {
    message: 'Dieses Konto kann nicht noch einmal bestätigt werden.',
    next: 'Wahrscheinlich ist es schon bestätigt: Melden Sie sich damit an.',
  },
  'already-signed-in': {
    message: 'Hier ist schon jemand angemeldet.',
    next: 'Fahren Sie als diese Person fort, oder melden Sie sich erst ab.',
  },
  'sign-up-closed': {
    message: 'Hier kann niemand selbst ein Konto erstellen.',
    next: 'Bitten Sie den Betreiber dieser App um ein Konto.',
    operator: `Konten erstellt ein Administrator, oder er erlaubt es: ${pool} › Sign-up › Self-service sign-up.`,
  },
  'sign-up-asks-for-more': {
    message: 'Ein Konto braucht hier mehr, als diese Seite abfragt.',
    next: notYours,
    operator: `Der User Pool verlangt weitere Attribute: ${pool} › Sign-up › Required attributes. Das lässt sich nicht ändern, wenn es den Pool einmal gibt: Legen Sie einen an, der nur die E-Mail-Adresse verlangt, oder lassen Sie die Seite danach fragen.`,
  },
  'refused-by-rule': {
    message: 'Eine Regel dieser App hat die Anfrage abgelehnt.',
    next: notYours,
    operator: `Sie kommt von einem Lambda-Trigger (${pool} › Extensions); sein Protokoll in CloudWatch sagt, warum.`,
  },
  'step-not-supported': {
    message: 'Dieses Konto verlangt einen weiteren Schritt, den diese Seite nicht anbietet.',
    next: notYours,
    operator: 'Für die Anmeldung mit zweitem Faktor gibt es hier noch keine Seite.',
  },
  'sign-in-expired': {
    message: 'Diese Anmeldung ist zu Ende.',
    next: 'Melden Sie sich noch einmal mit dem vorläufigen Passwort an, dem neuesten, das Sie bekommen haben. Es hat zu lange gedauert, oder die Anmeldung wurde anderswo beendet oder ersetzt.',
  },
  'second-factor-over': {
    message: 'Diese Anmeldung ist vorbei oder nach mehreren falschen Codes unterbrochen.',
    next: 'Warten Sie einen Moment, und melden Sie sich noch einmal an.',
  },
  'attribute-refused': {
    message: 'Etwas von dem, was Sie ausgefüllt haben, hat nicht die nötige Form.',
    next: 'Telefonnummern beginnen mit + und der Landesvorwahl, ein Datum sieht aus wie 1815-12-10.',
    operator: `Attribute und ihre Form: ${pool} › Sign-up. Der App-Client muss die vorgeschriebenen schreiben dürfen: ${pool} › App clients › Attribute permissions.`,
  },
  'input-refused': {
    message: 'Cognito hat die Eingabe abgelehnt.',
    next: 'Prüfen Sie die Form der E-Mail-Adresse, und ob das Passwort die Regeln erfüllt.',
    operator: `Attribute und ihre Form: ${pool} › Sign-up. Passwörter: ${pool} › Authentication methods › Password policy.`,
  },
  'too-many-attempts': {
    message: 'Zu viele falsche Versuche.',
    next: 'Warten Sie eine Viertelstunde, und senden Sie dann einen neuen Code.',
  },
  'limit-exceeded': {
    message: 'Das Limit dafür ist vorerst erreicht.',
    next: `Warten Sie eine Weile und versuchen Sie es noch einmal; es kann bis zu einer Stunde dauern. ${kept}`,
    operator: 'Quoten: Konsole von Service Quotas › Amazon Cognito User Pools.',
  },
  throttled: {
    message: 'Es gibt gerade zu viele Anfragen.',
    next: `Warten Sie ein paar Sekunden und versuchen Sie es noch einmal. ${kept}`,
    operator: 'Quoten: Konsole von Service Quotas › Amazon Cognito User Pools.',
  },
  'access-denied': {
    message: 'AWS erlaubt das nicht.',
    next: notYours,
    operator:
      'Prüfen Sie die Rechte der Rollen des Identity Pools (IAM-Konsole › Roles › die Rolle für angemeldete Personen), und ob eine Web-ACL den User Pool schützt (WAF-Konsole).',
  },
  'wrong-pool-or-client': {
    message:
      'Diese App ist für einen User Pool oder einen App Client eingerichtet, den es nicht gibt.',
    next: notYours,
    operator: `Vergleichen Sie Region, ID des User Pools und ID des App Clients mit ${pool} › App clients. Ein Pool in einer anderen Region sieht aus wie keiner: Die Auswahl der Region rechts oben in der Konsole muss die Region der Konfiguration zeigen.`,
  },
  'pool-misconfigured': {
    message: 'Der User Pool ist nicht vollständig eingerichtet.',
    next: notYours,
    operator: `Seine Einstellungen für E-Mails, Lambda-Trigger und seine Preisstufe: ${pool}.`,
  },
  'flow-not-allowed': {
    message: 'Der User Pool hat diese Art der Anmeldung abgelehnt.',
    next: notYours,
    operator: `Der App Client muss ALLOW_USER_SRP_AUTH, ALLOW_USER_AUTH und ALLOW_REFRESH_TOKEN_AUTH erlauben und darf kein Client Secret haben: ${pool} › App clients › Authentication flows.`,
  },
  unreachable: {
    message: 'Cognito ist nicht zu erreichen.',
    next: `Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. ${kept}`,
    operator:
      'Wenn andere Seiten laden: Vielleicht ist die Region der Konfiguration falsch, eine Erweiterung oder ein Proxy blockiert die Anfrage, oder der Origin dieser Seite ist nicht zugelassen (CORS): siehe die Callback-URLs und die erlaubten OAuth-Flows des App Clients. Auf dem lokalen AWS: Läuft es noch im Terminal?',
  },
  offline: {
    message: 'Sie sind offline.',
    next: `Versuchen Sie es noch einmal, wenn Sie verbunden sind. ${kept}`,
  },
  'aws-failed': {
    message: 'Cognito konnte nicht antworten.',
    next: `Das liegt auf der anderen Seite. Warten Sie einen Moment und versuchen Sie es noch einmal. ${kept}`,
    operator: 'AWS Health Dashboard › Service health.',
  },
  'session-ended': {
    message: 'Ihre Sitzung ist zu Ende.',
    next: 'Melden Sie sich wieder an.',
  },
  'redirect-cancelled': {
    message: 'Sie haben die Anmeldung abgebrochen.',
    next: 'Nichts hat sich geändert. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg.',
  },
  'redirect-expired': {
    message: 'Die Anmeldung hat zu lange gedauert oder wurde anderswo abgeschlossen.',
    next: 'Beginnen Sie von vorn: Haben Sie Ihr Passwort gerade eingegeben, ist es kein zweites Mal nötig.',
    operator: `Ein Code gilt ein einziges Mal, fünf Minuten lang. Geht es allen so: Der App Client muss jedes Attribut der Scopes lesen dürfen, die er verlangt (${pool} › App clients › Attribute permissions), und seine Callback-URL muss Zeichen für Zeichen die der App sein.`,
  },
  'redirect-stray': {
    message: 'Diese Antwort gehört zu keiner Anmeldung in diesem Tab.',
    next: 'Sie wurde in einem anderen Tab begonnen, oder vor zu langer Zeit. Beginnen Sie hier von vorn.',
  },
  'redirect-used': {
    message: 'Diese Anmeldung wurde unterbrochen.',
    next: 'Eine Antwort gilt nur ein einziges Mal. Beginnen Sie von vorn: Ihr Passwort brauchen Sie kein zweites Mal einzugeben.',
  },
  'redirect-forgetful': {
    message:
      'Dieser Browser behält für diese Website nichts, deshalb kann er Sie nicht auf dem Weg über eine andere Seite anmelden.',
    next: 'Melden Sie sich hier mit Ihrem Passwort an. Oder erlauben Sie dieser Website, Daten zu speichern, entfernen Sie die gespeicherten und laden Sie neu.',
  },
  'redirect-linked': {
    message: 'Ihre Konten wurden gerade verbunden.',
    next: 'Melden Sie sich noch einmal auf demselben Weg an, um abzuschließen.',
  },
  'redirect-attributes': {
    message:
      'Der Anbieter hat nicht alles mitgeteilt, was diese App braucht, etwa Ihre E-Mail-Adresse.',
    next: 'Erlauben Sie es, wenn er danach fragt; merkt er sich Ihre Antwort, fragt er neu, sobald Sie diese App dort aus Ihrem Konto entfernen. Oder melden Sie sich auf einem anderen Weg an.',
    operator: `Ordnen Sie zu, was der Pool verlangt: ${pool} › Social and external providers › der Anbieter › Attribute mapping, und verlangen Sie die Scopes, die es enthalten.`,
  },
  'redirect-disabled': {
    message: 'Dieses Konto ist deaktiviert.',
    next: 'Fragen Sie den Betreiber dieser App danach.',
    operator: `Aktivieren Sie es: ${pool} › Users.`,
  },
  'redirect-refused': {
    message: 'Die Anmeldeseite hat die Anfrage abgelehnt.',
    next: 'Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg. Bleibt es dabei, helfen die Einzelheiten dem Betreiber dieser App.',
    operator: `Die Beschreibung im technischen Namen ist vom User Pool selbst oder vom Anbieter, der gefragt wurde. Vergleichen Sie mit ${pool} › App clients › Login pages.`,
  },
  'redirect-failed': {
    message: 'Die Anmeldeseite oder der Anbieter dahinter konnte nicht antworten.',
    next: 'Warten Sie einen Moment und versuchen Sie es noch einmal. Inzwischen geht vielleicht ein anderer Weg.',
    operator:
      'Eine Beschreibung im technischen Namen ist von dem, der ausfiel: vom Anbieter, dessen Statusseite mehr sagen kann, oder von Cognito (AWS Health Dashboard › Service health).',
  },
  'redirect-mismatch': {
    message: 'Die Anmeldeseite kennt die Adresse dieser App nicht.',
    next: notYours,
    operator: `Der Origin dieser Seite mit /callback dahinter muss unter den Allowed callback URLs stehen, und mit / dahinter unter den Allowed sign-out URLs, Zeichen für Zeichen: Schema, Host, Port, Pfad, kein weiterer Schrägstrich (${pool} › App clients › Login pages).`,
  },
  'redirect-misconfigured': {
    message: 'Der User Pool ist für diese Art der Anmeldung nicht eingerichtet.',
    next: notYours,
    operator: `Der App Client muss den Authorization Code Grant, die Scopes openid, email, profile und aws.cognito.signin.user.admin sowie den Anbieter erlauben: ${pool} › App clients › Login pages. Zugeordnete Attribute müssen änderbar sein, und der App Client muss sie schreiben dürfen.`,
  },
  'redirect-provider-down': {
    message: 'Der Anbieter hat nicht rechtzeitig geantwortet.',
    next: 'Warten Sie einen Moment und versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg.',
  },
  'redirect-provider-refused': {
    message: 'Der Anbieter und der User Pool sind sich nicht einig.',
    next: `Wählen Sie einen anderen Weg. ${notYours}`,
    operator: `Die Client-ID oder das Client Secret ist falsch (${pool} › Social and external providers), oder der Anbieter hat https://ihre-domain/oauth2/idpresponse nicht unter seinen Redirect-URIs.`,
  },
  'password-wrong': {
    message: 'Dieses Passwort stimmt nicht.',
    next: 'Prüfen Sie es und versuchen Sie es noch einmal. Nach mehreren falschen Passwörtern gibt es eine Pause.',
  },
  'app-not-enabled': {
    message: 'Authenticator-Apps werden hier nicht angeboten.',
    next: 'Der User Pool dieser App kennt keinen zweiten Schritt mit einer Authenticator-App.',
    operator: `Einschalten: ${pool} › Sign-in › Multi-factor authentication.`,
  },
  'factor-not-allowed': {
    message: 'Der User Pool erlaubt diese Änderung nicht.',
    next: 'Ein zweiter Schritt, den alle haben müssen, lässt sich nicht ausschalten, und der Weg, auf dem das Passwort zurückgesetzt wird, kann nicht zugleich der zweite Schritt sein.',
    operator: `${pool} › Sign-in › Multi-factor authentication, und User account recovery.`,
  },
  'passkeys-not-enabled': {
    message: 'Passkeys werden hier nicht angeboten.',
    next: 'Der User Pool dieser App lässt niemanden damit anmelden.',
    operator: `Erlauben: ${pool} › Sign-in › Options for choice-based sign-in. Sie brauchen den Tarif Essentials oder Plus.`,
  },
  'passkey-misconfigured': {
    message: 'Passkeys funktionieren an dieser Adresse nicht.',
    next: notYours,
    operator: `Die Relying Party muss der Host dieser Seite sein oder eine Domain darüber: ${pool} › Sign-in › Passkey. Eine Änderung macht vorhandene Passkeys unbrauchbar.`,
  },
  'passkey-cancelled': {
    message: 'Es wurde kein Passkey benutzt oder angelegt.',
    next: 'Die Frage Ihres Browsers wurde geschlossen oder blieb zu lange offen. Nichts hat sich geändert; versuchen Sie es noch einmal.',
  },
  'passkey-exists': {
    message: 'Dieses Gerät hat schon einen Passkey für dieses Konto.',
    next: 'Benutzen Sie diesen, oder löschen Sie ihn zuerst.',
  },
  'passkey-not-supported': {
    message: 'Dieser Browser oder dieses Gerät kann die nötige Art von Passkey nicht anlegen.',
    next: 'Versuchen Sie es mit einem anderen Browser, Ihrem Telefon oder einem Sicherheitsschlüssel.',
  },
  'passkey-failed': {
    message: 'Der Passkey konnte nicht benutzt werden.',
    next: 'Versuchen Sie es noch einmal; nichts hat sich geändert.',
  },
  'passkey-limit': {
    message: 'Ein Konto kann zwanzig Passkeys haben, nicht mehr.',
    next: 'Löschen Sie einen, den Sie nicht mehr benutzen.',
  },
  'address-taken': {
    message: 'Ein anderes Konto hat diese Adresse schon.',
    next: 'Nehmen Sie eine andere, oder melden Sie sich bei jenem Konto an und nehmen Sie sie dort weg.',
  },
  'address-refused': {
    message: 'Der User Pool nimmt diese Adresse nicht an.',
    next: 'Prüfen Sie sie. Eine Telefonnummer beginnt mit + und der Landesvorwahl, etwa +49 30 901820.',
  },
  'change-not-allowed': {
    message: 'Der User Pool erlaubt diese Änderung hier nicht.',
    next: notYours,
    operator: `Der App-Client muss das Attribut schreiben dürfen: ${pool} › App clients › Attribute permissions.`,
  },
  'way-not-offered': {
    message: 'Mit dieser Adresse können Sie sich auf diesem Weg nicht anmelden.',
    next: 'Prüfen Sie die Adresse, oder melden Sie sich mit Ihrem Passwort an.',
  },
  unexpected: {
    message: 'Etwas ist schiefgegangen, womit diese Seite nicht gerechnet hat.',
    next: `Versuchen Sie es noch einmal. ${kept} Geschieht es wieder, helfen die Einzelheiten dem, der es untersucht.`,
  },
}
