import type { profileWords as en } from '../en/profile.ts'
import type { Translation } from '../translation.ts'

export const profileWords: Translation<typeof en> = {
  title: 'Profil',
  heading: 'Ihr Profil',
  intro: 'Wie Sie erscheinen, aufbewahrt, wo nur Sie es erreichen.',
  loading: 'Ihr Profil wird geladen',

  where: {
    ask: 'Wo liegt das?',
    bucket: 'In Ihrem Präfix in S3',
    bucketHint: 'Nur mit Ihren vorläufigen Zugangsdaten lesbar.',
    pool: 'Im User Pool',
    poolHint:
      'Von Cognito mit Ihrem Konto aufbewahrt, und ein Teil des ID-Tokens. Die Firma ist ein eigenes Attribut, gespeichert von UpdateUserAttributes.',
  },

  preview: {
    label: 'Vorschau',
    unnamed: 'Noch kein Name',
    noBio: 'Noch nichts über Sie.',
    pictureOf: (name) => (name ? `Bild von ${name}` : 'Ihr Bild'),
    noPicture: 'Kein Bild',
    links: 'Links',
  },

  first: {
    heading: (name) => (name === '' ? 'Willkommen.' : `Willkommen, ${name}.`),
    text: (provider, hasName) =>
      [
        ...(provider === undefined ? [] : [`Sie sind mit ${provider} angemeldet.`]),
        hasName
          ? 'Ihr Profil beginnt mit dem Namen, der mit Ihrem Konto kam. Ändern Sie, was Sie möchten, und speichern Sie es.'
          : 'Hier ist noch nichts. Füllen Sie aus, was Sie möchten, und speichern Sie es.',
      ].join(' '),
  },

  details: {
    heading: 'Über Sie',
    displayName: 'Anzeigename',
    displayNameHint: 'So, wie Sie heißen möchten.',
    bio: 'Über mich',
    bioHint: (limit) => `Bis zu ${String(limit)} Zeichen.`,
    count: (count, limit) => `${String(count)} / ${String(limit)}`,
    left: (count) => (count === 1 ? 'noch 1 Zeichen' : `noch ${String(count)} Zeichen`),
    over: (count) => (count === 1 ? '1 Zeichen zu viel' : `${String(count)} zu viel`),
    links: 'Links',
    linksHint: 'Adressen, die mit https beginnen. Sie öffnen sich, ohne zu verraten, woher.',
    link: (position) => `Link ${String(position)}`,
    addLink: 'Link hinzufügen',
    removeLink: (position) => `Link ${String(position)} entfernen`,
    linkAdded: (position) => `Link ${String(position)} hinzugefügt.`,
    linkRemoved: (position) => `Link ${String(position)} entfernt.`,
    enough: (limit) => `Mehr als ${String(limit)} Links sind nicht möglich.`,
    save: 'Profil speichern',
    discard: 'Änderungen verwerfen',
    unsaved: 'Nicht gespeicherte Änderungen',
    allSaved: 'Alles ist gespeichert',
    changedElsewhere: 'Anderswo geändert: oben wählen',
    saved: 'Ihr Profil ist gespeichert.',
    discarded: 'Ihre Änderungen sind verworfen.',
    draft: 'Ihre nicht gespeicherten Änderungen von vorhin sind wieder da.',
  },

  faults: {
    displayName: {
      tooLong: (limit) => `Der Name darf höchstens ${String(limit)} Zeichen haben.`,
      controlCharacter:
        'Der Name enthält Zeichen, die nicht angezeigt werden können. Tippen Sie ihn neu.',
    },
    bio: {
      tooLong: (limit) => `Der Text über Sie darf höchstens ${String(limit)} Zeichen haben.`,
      controlCharacter:
        'Der Text über Sie enthält Zeichen, die nicht angezeigt werden können. Tippen Sie ihn neu.',
    },
    links: {
      notAnAddress: 'Das ist keine Webadresse wie https://example.com.',
      notHttps: 'Nur Adressen, die mit https:// beginnen, können verlinkt werden.',
      hasPassword: 'Lassen Sie Name und Passwort vor der Adresse weg.',
      tooLong: 'Diese Adresse ist zu lang.',
      duplicate: 'Diese Adresse steht schon in der Liste.',
      tooMany: (limit) => `Behalten Sie höchstens ${String(limit)} Links.`,
    },
  },

  picture: {
    heading: 'Bild',
    hint: 'PNG, JPEG oder WebP, bis 15 MB. Es wird zum Quadrat geschnitten und neu kodiert; das entfernt, wo und womit es aufgenommen wurde.',
    choose: 'Bild auswählen',
    change: 'Bild ändern',
    offered: (provider) =>
      provider === undefined ? 'Bild Ihres Kontos verwenden' : `Ihr Bild von ${provider} verwenden`,
    notOffered: {
      message: 'Das Bild war dort nicht zu bekommen.',
      next: 'Wählen Sie eines von diesem Gerät.',
    },
    orDrop: 'oder eines hier ablegen',
    remove: 'Bild entfernen',
    removing: 'Ihr Bild wird entfernt',
    reading: 'Das Bild wird gelesen',
    cropHeading: 'Zum Quadrat schneiden',
    cropHint: 'Ziehen Sie das Bild, oder benutzen Sie die Regler.',
    frame: 'Bild, zum Quadrat geschnitten',
    zoom: 'Größe',
    horizontal: 'Links nach rechts',
    vertical: 'Oben nach unten',
    percent: (value) => `${String(Math.round(value * 100))} %`,
    use: 'Dieses Bild verwenden',
    cancel: 'Abbrechen',
    uploading: 'Ihr Bild wird hochgeladen',
    uploadPercent: (percent) => `${String(percent)} % hochgeladen`,
    finishing: 'Fast fertig',
    stop: 'Hochladen abbrechen',
    saved: 'Ihr Bild ist gespeichert.',
    removed: 'Ihr Bild ist entfernt.',
    cancelled: 'Das Hochladen ist abgebrochen. Ihr Bild ist, wie es war.',
    conflict: {
      message: 'Ihr Bild wurde inzwischen anderswo geändert.',
      next: 'Die Vorschau zeigt es. „Dieses Bild verwenden“ ersetzt es, „Abbrechen“ behält es.',
    },
    conflictRemoving: {
      message: 'Ihr Bild wurde inzwischen anderswo geändert und ist nicht entfernt.',
      next: 'Die Vorschau zeigt es. Entfernen Sie es noch einmal, wenn Sie das möchten.',
    },
    unavailable: 'Ihr Bild konnte nicht geladen werden.',
    again: 'Noch einmal laden',
  },

  pictureFaults: {
    empty: { message: 'Diese Datei ist leer.', next: 'Wählen Sie eine andere.' },
    tooManyBytes: {
      message: 'Diese Datei ist größer als 15 MB.',
      next: 'Wählen Sie eine kleinere, oder speichern Sie sie erst in geringerer Qualität.',
    },
    tooManyPixels: (width, height) => ({
      message: `Dieses Bild hat ${String(width)} × ${String(height)} Pixel. Das ist mehr, als ein Browser sicher entfalten kann.`,
      next: 'Wählen Sie eines mit höchstens 50 Megapixeln.',
    }),
    damaged: {
      message: 'Diese Datei ist beschädigt oder abgeschnitten und kann nicht gelesen werden.',
      next: 'Wählen Sie eine andere, oder speichern Sie sie dort neu, woher sie kam.',
    },
    kinds: {
      svg: 'Das ist eine SVG-Zeichnung, die Skripte enthalten kann.',
      gif: 'Das ist ein GIF.',
      heic: 'Das ist ein HEIC-Bild, wie manche Telefone sie aufnehmen.',
      avif: 'Das ist ein AVIF-Bild.',
      bmp: 'Das ist ein BMP-Bild.',
      tiff: 'Das ist ein TIFF-Bild.',
      pdf: 'Das ist ein PDF-Dokument.',
      unknown: 'Das ist kein Bild, das hier gelesen werden kann.',
    },
    kindsNext:
      'Wählen Sie eine PNG-, JPEG- oder WebP-Datei. Viele Telefone und Programme können eine ausgeben.',
  },

  account: {
    heading: 'Konto',
    email: 'E-Mail-Adresse',
    noEmail: 'keine',
    verified: 'bestätigt',
    unverified: 'nicht bestätigt',
    sub: 'Benutzer-ID (sub)',
    fields: {
      name: { label: 'Name', hint: 'So, wie Sie heißen möchten.' },
      'custom:company': {
        label: 'Firma',
        hint: 'Wo Sie arbeiten, wenn Sie es sagen möchten.',
      },
    },
    save: 'Speichern',
    saved: 'Im User Pool gespeichert.',
    unsavedBeside: 'Noch nicht gespeichert: „Profil speichern“ speichert auch dies.',
    changedElsewhere: (labels) =>
      `Anderswo geändert, nachdem Sie hier zu tippen begannen: ${labels}. Speichern ersetzt es, Verwerfen zeigt es.`,
    leftOut: (labels) =>
      `Von diesem User Pool nicht aufbewahrt und deshalb nicht gefragt: ${labels}.`,
    askAgain: 'Noch einmal fragen',
  },

  accountOnly: {
    intro: 'Was Ihr Konto von Ihnen aufbewahrt.',
    message: (missing) =>
      `Bilder, ein Text über Sie und Links brauchen einen Identity Pool und einen Bucket; diese App hat ${noneOf(missing)}.`,
    text: 'Was in Ihrem Konto steht, ist hier, und Sie können es ändern.',
    operator: 'Für den Betreiber dieser App:',
    remedy: (missing) =>
      `Setzen Sie ${missing.join(' und ')} in ihrer Konfiguration. docs/bring-your-own.md sagt, wie man sie anlegt.`,
  },

  conflict: {
    heading: 'Ihr Profil wurde anderswo geändert',
    explain:
      'Ein anderer Tab oder ein anderes Gerät hat es gespeichert, nachdem Sie es hier geöffnet haben. Nichts wird überschrieben, bevor Sie wählen.',
    deleted:
      'Es wurde anderswo gelöscht, nachdem Sie es hier geöffnet haben. Nichts wird geschrieben, bevor Sie wählen.',
    yours: 'Hier, nicht gespeichert',
    theirs: 'Anderswo gespeichert',
    both: 'an beiden Orten geändert',
    onlyThere: 'Nur anderswo geändert; bleibt in jedem Fall:',
    keepMine: 'Meines behalten und speichern',
    takeTheirs: 'Übernehmen, was anderswo gespeichert wurde',
    tookTheirs: 'Das Formular zeigt jetzt, was anderswo gespeichert wurde.',
    updated: 'Dieses Profil wurde gerade anderswo geändert und ist wieder auf dem neuesten Stand.',
    empty: 'leer',
    fields: { displayName: 'Anzeigename', bio: 'Über mich', links: 'Links', picture: 'Bild' },
    pictureThere: 'ein Bild',
  },

  unreadable: {
    damaged:
      'Was als profile.json gespeichert ist, ist kein Profil und kann nicht angezeigt werden.',
    fields: (fields) =>
      `Ein Teil dessen, was gespeichert ist, kann nicht angezeigt werden: ${fields}.`,
    next: 'Speichern ersetzt es. Der Bucket bewahrt frühere Fassungen, für den Betreiber ist also nichts verloren.',
    newer: 'Dieses Profil hat eine neuere Version dieser App gespeichert.',
    newerNext:
      'Laden Sie die Seite neu, um diese Version zu bekommen. Bis dahin kann hier nichts geändert werden.',
  },

  leave: {
    heading: 'Verlassen, ohne zu speichern?',
    text: 'Ihre Änderungen am Profil sind nicht gespeichert.',
    stay: 'Hier bleiben',
    leave: 'Verlassen, ohne zu speichern',
  },

  crash: {
    heading: 'In Ihrem Profil kam es zu einem Fehler',
    text: 'Was Sie gespeichert haben, ist nicht verloren, und Ihre Eingaben bleiben in diesem Tab.',
  },

  again: 'Noch einmal versuchen',
  signIn: 'Wieder anmelden',
}

function noneOf(missing: readonly ('identityPoolId' | 'bucket')[]): string {
  if (missing.length > 1) return 'keines von beiden'
  return missing[0] === 'bucket' ? 'keinen Bucket' : 'keinen Identity Pool'
}
