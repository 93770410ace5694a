import { createContext, use, useEffect, useState } from 'react'
import { openLocalAws, type LocalAws } from '../../recorder/local-aws/open-local-aws.ts'
import { useEnvironment } from '../../ui/environment.tsx'

/** The local AWS; undefined on real AWS, and until its code has come. */
export function useLocalAws(): LocalAws | undefined {
  const { inboxUrl } = useEnvironment()
  const [aws, setAws] = useState<LocalAws>()
  useEffect(() => {
    if (inboxUrl !== undefined) void openLocalAws(inboxUrl).then(setAws)
  }, [inboxUrl])
  return aws
}

interface LocalTime {
  /** How far the local AWS is ahead of this browser. */
  offsetMs: number
  /** Moves its clock to when something ends. */
  expire: (atMs: number) => Promise<void>
  /** Puts its clock right again. */
  putRight: () => Promise<void>
}

const LocalTimeContext = createContext<LocalTime | undefined>(undefined)

/** By which clock tokens and credentials end, for what is shown within. */
export const LocalTimeProvider = LocalTimeContext

export function useLocalTime(): LocalTime | undefined {
  return use(LocalTimeContext)
}

/** Follows the clock of the local AWS, which may be moved. */
export function useClockOf(aws: LocalAws | undefined): LocalTime | undefined {
  const [offsetMs, setOffsetMs] = useState(0)
  useEffect(() => {
    if (aws) void aws.clock.offsetMs().then(setOffsetMs)
  }, [aws])
  if (!aws) return undefined
  const { clock } = aws
  return {
    offsetMs,
    async expire(atMs) {
      await clock.moveTo(atMs)
      setOffsetMs(await clock.offsetMs())
    },
    async putRight() {
      await clock.putRight()
      setOffsetMs(await clock.offsetMs())
    },
  }
}
