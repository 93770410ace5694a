import { setTimeout as wait } from 'node:timers/promises'

/** An element of a page, as every WebDriver hands it over. */
export interface ElementReference {
  'element-6066-11e4-a52e-4f735466cecf': string
}

/**
 * A browser by the commands of WebDriver.
 *
 * @see https://www.w3.org/TR/webdriver2/
 */
export interface Browser {
  open(url: string): Promise<void>
  /** @param script The body of a function that runs in the page. */
  run(script: string): Promise<unknown>
  click(element: ElementReference): Promise<void>
  type(element: ElementReference, text: string): Promise<void>
  close(): Promise<void>
}

/** For what hangs; on a busy machine a second can take ten. */
const limitMs = 60_000

/** Clicks what has this name; names may go on behind it. */
export async function press(browser: Browser, name: string): Promise<void> {
  const script = `return [...document.querySelectorAll('main button, header button, main a')].find(
    (each) => each.textContent.trim().startsWith(${JSON.stringify(name)}) && each.checkVisibility(),
  )`
  await until(browser, `something to press that is named ${name}`, async () => {
    const found = await browser.run(script)
    if (!found) return false
    await browser.click(found as ElementReference)
    return true
  })
}

export async function fill(browser: Browser, label: string, text: string): Promise<void> {
  await until(browser, `a field with the label ${label}`, async () => {
    const found = await browser.run(`return ${field(label)}`)
    if (!found) return false
    await browser.type(found as ElementReference, text)
    return true
  })
}

function field(label: string): string {
  return `[...document.querySelectorAll('input:not([type=hidden])')].find((each) =>
    [...(each.labels ?? [])].some((own) => own.textContent.trim().startsWith(${JSON.stringify(label)})))`
}

export async function seesValue(browser: Browser, label: string, value: string): Promise<void> {
  await untilTrue(browser, `${field(label)}?.value === ${JSON.stringify(value)}`)
}

export async function sees(browser: Browser, text: string): Promise<void> {
  await untilTrue(browser, `document.body.innerText.includes(${JSON.stringify(text)})`)
}

/** @param condition An expression of the page. */
export async function untilTrue(browser: Browser, condition: string): Promise<void> {
  await until(browser, condition, async () => (await browser.run(`return ${condition}`)) === true)
}

/** Asks again while a page is on its way: what ran in the one before is then an error. */
async function until(browser: Browser, what: string, isSo: () => Promise<boolean>): Promise<void> {
  let fault: unknown
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += 100) {
    try {
      if (await isSo()) return
      fault = undefined
    } catch (error) {
      fault = error
    }
    await wait(100)
  }
  const page = await browser
    .run('return location.href + "\\n" + document.body.innerText')
    .catch(String)
  throw new Error(`There was never ${what} at ${String(page)}`, { cause: fault })
}
