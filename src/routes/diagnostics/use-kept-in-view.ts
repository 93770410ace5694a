import { useEffect, useRef } from 'react'
import type { CheckId } from '../../doctor/finding.ts'

const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * While findings above it come and push it down, the one that was asked for stays where it can be read;
 * whoever moves on by themselves is left alone.
 */
export function useKeptInView(asked: CheckId | undefined, progress: number): void {
  const hasMoved = useRef(false)
  useEffect(() => {
    hasMoved.current = false
    function note() {
      hasMoved.current = true
    }
    for (const move of moves) window.addEventListener(move, note, { passive: true })
    return () => {
      for (const move of moves) window.removeEventListener(move, note)
    }
  }, [asked])

  useEffect(() => {
    const finding = asked === undefined ? null : document.getElementById(asked)
    if (finding && !hasMoved.current) finding.scrollIntoView()
  }, [asked, progress])
}
