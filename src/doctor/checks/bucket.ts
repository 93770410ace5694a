import { bucketWords as words } from '#doctor-words/bucket'
import { doctorWords } from '#doctor-words/common'
import { askBucket } from '../probes/ask-bucket.ts'
import { createCheck, notApplicable, ok, unknown, wrong } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/** Whether the bucket is there, and closed to strangers. */
export const bucket = createCheck('bucket', async (ports) => {
  const { bucket: name, region } = ports.config
  const answer = await askBucket(ports)
  if (name === undefined || !answer) return notApplicable(words.none)
  switch (answer.kind) {
    case 'missing':
      return wrong(words.missing(name), templatePlaces.bucket)
    case 'unread':
      return unknown(words.untold(name, ports.readsEveryAnswer ? words.nothing : words.unread))
    case 'untold':
      return unknown(words.untold(name, words.asked(answer.status, undefined)))
    case 'there': {
      if ((answer.region ?? region) !== region) {
        return notApplicable(doctorWords.waitsFor('region'))
      }
      const evidence = words.asked(answer.status, answer.region)
      return answer.isPublic
        ? wrong(words.isPublic(name, evidence), templatePlaces.publicAccess)
        : ok(words.ok(name, evidence))
    }
  }
})
