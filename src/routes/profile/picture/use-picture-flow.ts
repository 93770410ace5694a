import { useEffect, useReducer, useRef } from 'react'
import type { Version } from '../../../profile/editing.ts'
import { checkPicture } from '../../../profile/picture/check-picture.ts'
import type { Crop } from '../../../profile/picture/crop.ts'
import { decodePicture, type Decoded } from '../../../profile/picture/decode.ts'
import { encodePicture } from '../../../profile/picture/encode.ts'
import { removing, uploading } from '../../../storage/storage-errors.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import type { ShownProblem } from '../../../ui/problem-summary.tsx'
import { useOnce } from '../../../ui/use-once.ts'
import { profileWords } from '#words/profile'
import { troubleWords } from '#words/profile-problems'
import type { CropControl } from './crop-control.tsx'
import { fetchOfferedPicture } from './offered-picture.ts'
import { removePicture, replacePicture } from './picture-store.ts'
import { shownPictureFault, shownStorageProblem } from '../shown-problem.ts'
import { useCrash } from '../use-crash.ts'

const words = profileWords.picture

export interface Cropping {
  decoded: Decoded
  isOpaque: boolean
  /** Comes with the first picture that somebody chooses: most visits choose none. */
  Control: typeof CropControl
}

export interface PictureFlow {
  step: 'idle' | 'fetching' | 'reading' | 'cropping' | 'uploading' | 'removing'
  cropping: Cropping | undefined
  /** How much is uploaded, from 0 to 1. */
  share: number
  problems: readonly ShownProblem[]
}

interface Options {
  base: Version
  /** `blob` is the new picture, if there is one. */
  onSaved: (version: Version, blob?: Blob) => void
  onChangedElsewhere: (version: Version) => void
}

const idle: PictureFlow = { step: 'idle', cropping: undefined, share: 0, problems: [] }

/** From a chosen file to a picture in the profile. A problem leads back to the step before it. */
export function usePictureFlow({ base, onSaved, onChangedElsewhere }: Options) {
  const announce = useAnnounce()
  const crash = useCrash()
  const once = useOnce()
  const [flow, change] = useReducer(
    (last: PictureFlow, next: Partial<PictureFlow>) => ({ ...last, problems: [], ...next }),
    idle,
  )
  const upload = useRef<AbortController>(undefined)
  useCloseBitmap(flow.cropping)
  const isLeft = useRef(false)
  // Leaving the page ends what it was uploading.
  useEffect(() => {
    isLeft.current = false
    return () => {
      isLeft.current = true
      upload.current?.abort()
    }
  }, [])

  async function choose(file: Blob) {
    change({ ...idle, step: 'reading' })
    const checked = await checkPicture(file)
    if ('fault' in checked) {
      change({ ...idle, problems: [shownPictureFault(checked)] })
      return
    }
    const [Control, decoded] = await Promise.all([loadControl(), decodePicture(file)])
    if (isLeft.current || Control === undefined) decoded?.bitmap.close()
    if (Control === undefined) change({ ...idle, problems: [notLoaded()] })
    else if (decoded === undefined) change({ ...idle, problems: [damaged()] })
    else {
      const isOpaque = checked.kind === 'jpeg'
      change({ step: 'cropping', cropping: { decoded, isOpaque, Control } })
    }
  }

  async function take(url: string) {
    change({ ...idle, step: 'fetching' })
    const file = await fetchOfferedPicture(url)
    if (file) await choose(file)
    else change({ ...idle, problems: [words.notOffered] })
  }

  async function use({ decoded, isOpaque }: Cropping, crop: Crop) {
    const controller = new AbortController()
    upload.current = controller
    change({ step: 'uploading', share: 0 })
    try {
      const picture = await encodePicture(decoded, crop, isOpaque)
      const { kind, version } = await replacePicture(base, picture, {
        signal: controller.signal,
        onProgress: (share) => {
          if (!controller.signal.aborted) change({ share })
        },
      })
      if (kind === 'saved') {
        onSaved(version, picture.blob)
        change(idle)
        announce(words.saved)
      } else {
        onChangedElsewhere(version)
        change({ step: 'cropping', problems: [words.conflict] })
      }
    } catch (error) {
      change({ step: 'cropping', problems: [uploadProblem(error)] })
    }
  }

  async function remove() {
    change({ ...idle, step: 'removing' })
    try {
      const { kind, version } = await removePicture(base)
      if (kind === 'saved') onSaved(version)
      else onChangedElsewhere(version)
      change({ ...idle, problems: kind === 'saved' ? [] : [words.conflictRemoving] })
      if (kind === 'saved') announce(words.removed)
    } catch (error) {
      change({ ...idle, problems: [shownStorageProblem(error, removing)] })
    }
  }

  return {
    flow,
    choose: (file: Blob) => once(() => choose(file).catch(crash)),
    take: (url: string) => once(() => take(url).catch(crash)),
    use: (cropping: Cropping, crop: Crop) => once(() => use(cropping, crop).catch(crash)),
    remove: () => once(() => remove().catch(crash)),
    cancel: () => {
      if (flow.step === 'uploading') upload.current?.abort()
      else change(idle)
    },
  }
}

async function loadControl(): Promise<typeof CropControl | undefined> {
  try {
    return (await import('./crop-control.tsx')).CropControl
  } catch {
    return undefined
  }
}

function damaged(): ShownProblem {
  return shownPictureFault({ fault: 'damaged' })
}

function notLoaded(): ShownProblem {
  return navigator.onLine ? troubleWords.notLoaded : troubleWords.offline
}

function uploadProblem(error: unknown): ShownProblem {
  const isEncoding = error instanceof DOMException && error.name === 'EncodingError'
  return isEncoding ? troubleWords.encoding : shownStorageProblem(error, uploading)
}

/** A decoded picture is megabytes that the garbage collector does not see. */
function useCloseBitmap(cropping: Cropping | undefined) {
  useEffect(() => {
    return () => cropping?.decoded.bitmap.close()
  }, [cropping])
}
