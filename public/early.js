// Before the first paint, and before the app is alive: docs/decisions/0071 and 0105.
;(function () {
  var root = document.documentElement.dataset
  root.session = hasSession() ? 'in' : 'out'
  speakChosenLanguage()
  if (location.pathname === '/' && root.session === 'out') arriveSignedOut()

  var held
  addEventListener('submit', hold, true)
  addEventListener('hydrated', release, { once: true })

  function hasSession() {
    try {
      return [localStorage, sessionStorage].some(function (store) {
        return Object.keys(store).some(function (key) {
          return /^CognitoIdentityServiceProvider\..*\.LastAuthUser$/.test(key)
        })
      })
    } catch {
      return false
    }
  }

  // The host has each page in each language; who has chosen one (src/app/language-switch.tsx) asks for it.
  function speakChosenLanguage() {
    var path = location.pathname
    var rest = location.search + location.hash
    if (/^\/(en|de)(\/|$)/.test(path)) {
      history.replaceState(null, '', location.origin + (path.slice(3) || '/') + rest)
      return
    }
    try {
      var chosen = localStorage.language
      if (!/^(en|de)$/.test(chosen) || chosen === document.documentElement.lang) return
      document.documentElement.hidden = true
      location.replace('/' + chosen + path + rest)
    } catch {
      // Nobody has.
    }
  }

  // The note is of src/auth/session/sign-out-note.ts.
  function arriveSignedOut() {
    try {
      var note = JSON.parse(sessionStorage['signed-out'])
      root.signingOut = ''
      if (!note.next) return
      sessionStorage.removeItem('signed-out')
      location.replace(note.next)
    } catch {
      // Nobody has.
    }
  }

  function hold(event) {
    event.preventDefault()
    event.stopImmediatePropagation()
    held = { form: event.target, submitter: event.submitter }
  }

  function release() {
    removeEventListener('submit', hold, true)
    if (held && held.form.isConnected) held.form.requestSubmit(held.submitter)
  }
})()
