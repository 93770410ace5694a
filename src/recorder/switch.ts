const key = 'flow-recording'
let isOnByDefault = false

/** A local build records from the start: what it talks to is on this machine. */
export function recordByDefault(): void {
  isOnByDefault = true
}

/** Whether this browser records, in every tab that is opened from now on. */
export function isRecording(): boolean {
  const chosen = read()
  return chosen === null ? isOnByDefault : chosen === 'on'
}

export function setRecording(isOn: boolean): void {
  try {
    window.localStorage.setItem(key, isOn ? 'on' : 'off')
  } catch {
    // Then it is for this page.
  }
}

function read(): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}
