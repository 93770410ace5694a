import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Exchange } from '../../recorder/exchange.ts'
import { joinTabs, recordedExchanges, subscribeExchanges } from '../../recorder/log.ts'
import { startRecorder, stopRecorder } from '../../recorder/recorder.ts'
import { isRecording, setRecording } from '../../recorder/switch.ts'

/** What this browser has recorded, as it grows, or what somebody has sent. */
export function useRecording() {
  const own = useSyncExternalStore(subscribeExchanges, recordedExchanges)
  const [isOn, setIsOn] = useState(isRecording)
  const [opened, setOpened] = useState<{ name: string; exchanges: readonly Exchange[] }>()
  // Other tabs have what happened before this one was opened, whether it records or not.
  useEffect(joinTabs, [])

  function turn(on: boolean) {
    setRecording(on)
    setIsOn(on)
    if (on) startRecorder()
    else stopRecorder()
    joinTabs()
  }

  return { exchanges: opened?.exchanges ?? own, isOn, turn, opened, setOpened }
}
