/**
 * The page's script. The token comes in the fragment, which no request carries, and leaves the
 * address at once; it is kept for other tabs of this browser, and is good for this run alone. Nothing
 * of a message is ever markup.
 */
export const inboxScript = `const find = (id) => document.getElementById(id)
const key = 'local-aws-token'
let messages = []
let stream
let token = ''
token = takeToken()

// A link that was followed on the open page brings a new token, and no new page.
addEventListener('hashchange', () => {
  token = takeToken()
  void start()
})
find('unlock').addEventListener('submit', (event) => {
  event.preventDefault()
  keepToken(find('token').value.trim())
  void start()
})
find('to').addEventListener('change', show)
void start()

function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (given) {
    keepToken(given)
    history.replaceState(null, '', location.pathname)
    return given
  }
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keepToken(given) {
  token = given
  try {
    localStorage.setItem(key, given)
  } catch {
    // Where nothing may be kept, the token is this page's.
  }
}

async function start() {
  stream?.abort()
  const own = (stream = new AbortController())
  while (!own.signal.aborted) {
    try {
      const listed = await ask('messages', own.signal)
      messages = await listed.json()
      show()
      say('Live')
      await follow(await ask('events', own.signal, messages[0]?.id))
    } catch (error) {
      if (own.signal.aborted) return
      if (error.name === 'Locked') return lock()
    }
    say('Not connected. Is the local AWS running? Trying again…')
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
}

async function ask(path, signal, lastEventId) {
  if (!token) throw locked()
  const headers = { authorization: 'Bearer ' + token }
  if (lastEventId) headers['last-event-id'] = lastEventId
  const response = await fetch('_local/' + path, { headers, signal })
  if (response.status === 401) throw locked()
  if (!response.ok) throw new Error(String(response.status))
  return response
}

function locked() {
  return Object.assign(new Error(), { name: 'Locked' })
}

function lock() {
  find('refused').textContent = token ? 'This is not the token of this run. Each start makes a new one.' : ''
  find('locked').hidden = false
  find('inbox').hidden = true
  say('')
}

/** Blocks of server-sent events, apart by an empty line. */
async function follow(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (text + value).split('\\n\\n')
    text = blocks.pop()
    for (const block of blocks) take(block)
  }
}

function take(block) {
  const field = (name) => new RegExp('^' + name + ': ?(.*)$', 'm').exec(block)?.[1]
  if (field('event') === 'reset') messages = []
  if (field('event') === 'message') {
    const message = JSON.parse(field('data'))
    messages = [message, ...messages]
    announce('New message to ' + message.to + ': ' + message.subject)
  }
  show()
}

function show() {
  find('locked').hidden = true
  find('inbox').hidden = false
  const select = find('to')
  const people = [...new Set(messages.map(({ to }) => to))].sort()
  if (select.value && !people.includes(select.value)) people.push(select.value)
  const options = people.map((to) => new Option(to, to, false, to === select.value))
  select.replaceChildren(select.options[0], ...options)
  const shown = messages.filter(({ to }) => !select.value || to === select.value)
  find('empty').hidden = shown.length > 0
  // What is there stays, and with it the focus and what is open.
  const list = find('messages')
  const there = new Map([...list.children].map((item) => [item.dataset.id, item]))
  list.replaceChildren(...shown.map((message) => there.get(message.id) ?? itemOf(message)))
}

function itemOf({ id, to, channel, kind, code, link, subject, body, sentAt }) {
  const item = element('li', { className: 'box' })
  item.dataset.id = id
  const time = element('time', { dateTime: sentAt, textContent: new Date(sentAt).toLocaleTimeString() })
  const meta = element('p', { className: 'soft' })
  meta.append(channel === 'SMS' ? 'Text message to ' : 'Mail to ', element('bdi', { textContent: to }), ', ', time)
  item.append(element('h2', { textContent: subject || 'Text message', dir: 'auto' }), meta)
  if (link) {
    const row = element('p', { className: 'row' })
    row.append(element('a', { href: link, target: '_blank', textContent: 'Open the link' }))
    item.append(row)
  } else if (code) {
    const what = kind === 'INVITATION' ? 'password' : 'code'
    const button = element('button', { type: 'button', textContent: 'Copy ' + what })
    button.setAttribute('aria-label', 'Copy ' + what + ' ' + code)
    button.addEventListener('click', () => void copy(code, what, button))
    const row = element('p', { className: 'row' })
    row.append(element('code', { className: 'code', textContent: code }), button)
    item.append(row)
  }
  const details = element('details')
  details.append(
    element('summary', { textContent: 'Whole message' }),
    element('p', { className: 'body', textContent: body, dir: 'auto' }),
  )
  item.append(details)
  return item
}

async function copy(code, what, button) {
  try {
    await navigator.clipboard.writeText(code)
    announce('The ' + what + ' is copied.')
    button.textContent = 'Copied'
    button.setAttribute('aria-label', 'Copied ' + what + ' ' + code)
  } catch {
    getSelection().selectAllChildren(button.previousSibling)
    announce('The browser lets nothing be copied. The ' + what + ' is selected.')
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties)
}

function say(text) {
  if (find('state').textContent !== text) find('state').textContent = text
}

function announce(text) {
  find('said').textContent = text
}
`
