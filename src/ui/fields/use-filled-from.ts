import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Fills an input that is still empty once the page is alive; what was typed before stays. */
export function useFilledFrom(
  read: (() => string) | undefined,
): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current?.value === '' && read) input.current.value = read()
  }, [read])
  return input
}
