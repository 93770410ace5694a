import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Fills an input that is still empty once the page is alive; what was typed before stays. It is filled
 * before the page is seen: whoever types at once would else add to nothing what is there a moment later.
 */
export function useFilledFrom(
  read: (() => string) | undefined,
): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (input.current?.value === '' && read) input.current.value = read()
  }, [read])
  return input
}
