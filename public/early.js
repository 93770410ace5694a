// Before the first paint, and before the app is alive: docs/decisions/0071 and 0105.
;(function () {
  var root = document.documentElement.dataset
  root.session = hasSession() ? 'in' : 'out'
  if (location.pathname === '/') arriveSignedOut()

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
