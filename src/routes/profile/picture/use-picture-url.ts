import { useEffect, useEffectEvent, useState } from 'react'
import type { PictureRef } from '../../../profile/profile.ts'
import { reading as readingOperation } from '../../../storage/storage-errors.ts'
import { readPicture } from './picture-store.ts'
import { shownStorageProblem, type ProfileProblem } from '../shown-problem.ts'
import { useCrash } from '../use-crash.ts'

export type ShownPicture =
  | { state: 'none' | 'loading' }
  | { state: 'shown'; url: string }
  /** `problem` is undefined when the picture is simply not there any more. */
  | { state: 'failed'; problem: ProfileProblem | undefined; again: () => void }

/** A picture that was just uploaded from here, so that it need not be read back. */
export interface FreshPicture {
  name: string
  blob: Blob
}

/** The picture as a blob URL, given back as soon as another one takes its place. */
export function usePictureUrl(
  picture: PictureRef | undefined,
  fresh: FreshPicture | undefined,
): ShownPicture {
  const [attempt, setAttempt] = useState(0)
  const [result, setResult] = useState<{ of: string; shown: ShownPicture }>()
  const onFault = useEffectEvent(useCrash())
  const name = picture?.name
  const type = picture?.type

  useEffect(() => {
    if (name === undefined || type === undefined) return
    let url: string | undefined
    let isCurrent = true
    const again = () => setAttempt((last) => last + 1)
    const reading = fresh?.name === name ? Promise.resolve(fresh.blob) : readPicture({ name, type })
    reading
      .then((blob) => {
        if (!isCurrent) return
        if (blob) url = URL.createObjectURL(blob)
        const shown: ShownPicture = url
          ? { state: 'shown', url }
          : { state: 'failed', problem: undefined, again }
        setResult({ of: name, shown })
      })
      .catch((error: unknown) => {
        if (!isCurrent) return
        const problem = shownStorageProblem(error, readingOperation)
        setResult({ of: name, shown: { state: 'failed', problem, again } })
      })
      .catch(onFault)
    return () => {
      isCurrent = false
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [name, type, fresh, attempt])

  if (name === undefined) return { state: 'none' }
  return result?.of === name ? result.shown : { state: 'loading' }
}
