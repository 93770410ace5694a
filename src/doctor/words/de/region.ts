import type { regionWords as en } from '../en/region.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const regionWords: Translation<typeof en> = {
  names: {
    userPoolId: 'die ID des User Pools',
    identityPoolId: 'die ID des Identity Pools',
    domain: 'die Domain',
    bucket: 'der Bucket',
  },
  ok: (region, evidence) => ({
    summary: `Alles liegt in ${region}.`,
    evidence,
  }),
  notInAmplify: (region, suffix) => ({
    summary: `Die Bibliothek der App, aws-amplify, kennt keine Hosts von ${region}.`,
    evidence: `Die Dienste von AWS sind dort unter ….${region}.${suffix}; aws-amplify 6.22.1 fragt ….${region}.amazonaws.com, wo nichts ist.`,
    remedy: {
      text: 'Nehmen Sie eine Region einer anderen Partition von AWS, oder eine Version von aws-amplify, die diese kennt.',
      console: consolePaths.region,
    },
  }),
  noUserPools: (region) => ({
    summary: `In ${region} hat AWS keine User Pools, auch sonst nirgends in China.`,
    evidence: 'Von Cognito gibt es dort nur Identity Pools, also kann sich niemand anmelden.',
    remedy: {
      text: 'Nehmen Sie eine Region einer anderen Partition von AWS.',
      console: consolePaths.region,
    },
  }),
  bucketUntold: (region, evidence) => ({
    summary: `Was sagt, wo es liegt, liegt in ${region}. Der Bucket hat es nicht gesagt.`,
    evidence,
    remedy: {
      text: 'Sehen Sie nach, ob der Bucket in dieser Region liegt, oder starten Sie „npm run doctor“: Er liest jede Antwort.',
      console: consolePaths.bucket,
    },
  }),
  wrong: (region, others, evidence) => ({
    summary: `In der Konfiguration steht die Region ${region}, aber das passt nicht zu: ${others.join(', ')}.`,
    evidence,
    remedy: {
      text: 'Nehmen Sie alles aus einer einzigen Region, oder berichtigen Sie die Region, in .env.local (oder amplify_outputs.json), und starten oder bauen Sie neu.',
      console: consolePaths.region,
    },
  }),
  seen: (name, region) => `${name} sagt ${region}`,
  untold: (name) => `${name} sagt nichts dazu`,
  evidence: (seen) => `${upper(seen.join(', '))}.`,
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
