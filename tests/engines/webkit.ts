import { setTimeout as wait } from 'node:timers/promises'
import { freePorts } from '../support/node/free-ports.ts'
import type { Browser, ElementReference } from './browser.ts'
import { startProgram } from './start-program.ts'

/** WebKitGTK by its WebDriver, which needs a display and a message bus of its own. */
export async function startWebKit(): Promise<Browser> {
  const port = await freePorts(1)
  const driver = ['WebKitWebDriver', '--host=127.0.0.1', `--port=${port}`]
  const args = ['-a', 'dbus-run-session', '--', ...driver]
  // The three end together.
  const { process, ended, failed } = startProgram('xvfb-run', args, { detached: true })
  const driverUrl = `http://127.0.0.1:${port}`
  await Promise.race([whenReady(driverUrl), failed])
  const capabilities = { alwaysMatch: { pageLoadStrategy: 'none' } }
  const created = await send(`${driverUrl}/session`, 'POST', { capabilities })
  const { sessionId } = created as { sessionId: string }
  const session = `${driverUrl}/session/${sessionId}`
  return {
    async open(url) {
      await send(`${session}/url`, 'POST', { url })
    },
    run: (script) => send(`${session}/execute/sync`, 'POST', { script, args: [] }),
    async click(element) {
      await send(`${session}/element/${idOf(element)}/click`, 'POST', {})
    },
    async type(element, text) {
      await send(`${session}/element/${idOf(element)}/value`, 'POST', { text })
    },
    async close() {
      await send(session, 'DELETE')
      if (process.pid !== undefined) globalThis.process.kill(-process.pid)
      await ended
    },
  }
}

export function idOf(element: ElementReference): string {
  return element['element-6066-11e4-a52e-4f735466cecf']
}

async function whenReady(driverUrl: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${driverUrl}/status`).catch(() => undefined)
    if (response?.ok) return
    await wait(100)
  }
}

async function send(url: string, method: 'POST' | 'DELETE', body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: unknown }
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${JSON.stringify(value)}`)
  return value
}
