/*
 * Runs before the first paint, beside the style sheet. Two things cannot wait for the app:
 * the built pages show what signed-out people see, so the style sheet must know who is here; and a
 * form sent before the app is alive would go to a server that only serves files.
 */
;(function () {
  document.documentElement.dataset.session = hasSession() ? 'in' : 'out'

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
