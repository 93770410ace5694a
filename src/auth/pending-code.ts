import { useSyncExternalStore } from 'react'
import { tabNotes } from './session/browser-storage.ts'
import type { CodeDelivery } from './code-delivery.ts'

/** A code on its way. It is kept per tab, so that a reload does not lose it and no URL holds it. */
export interface PendingCode {
  purpose: 'sign-up' | 'reset-password'
  email: string
  delivery: CodeDelivery
  sentAtMs: number
}

const key = 'pending-code'
const emailKey = 'last-email'
const listeners = new Set<() => void>()
let parsed: { text: string; pending: PendingCode | undefined } | undefined

export function notePendingCode(pending: PendingCode): void {
  tabNotes.set(key, JSON.stringify(pending))
  noteEmail(pending.email)
  notify()
}

export function forgetPendingCode(): void {
  tabNotes.remove(key)
  notify()
}

export function readPendingCode(purpose: PendingCode['purpose']): PendingCode | undefined {
  const text = tabNotes.get(key) ?? ''
  if (parsed?.text !== text) parsed = { text, pending: parsePending(text) }
  return parsed.pending?.purpose === purpose ? parsed.pending : undefined
}

export function usePendingCode(purpose: PendingCode['purpose']): PendingCode | undefined {
  return useSyncExternalStore(
    subscribe,
    () => readPendingCode(purpose),
    () => undefined,
  )
}

/** The address typed last in this tab, so that the next form need not ask again (WCAG 3.3.7). */
export function noteEmail(email: string): void {
  tabNotes.set(emailKey, email)
}

export function forgetEmail(): void {
  tabNotes.remove(emailKey)
}

export function readEmail(): string {
  return tabNotes.get(emailKey) ?? ''
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function notify(): void {
  for (const listener of [...listeners]) listener()
}

function parsePending(text: string): PendingCode | undefined {
  try {
    return JSON.parse(text) as PendingCode
  } catch {
    return undefined
  }
}
