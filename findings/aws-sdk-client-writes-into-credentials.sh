#!/usr/bin/env bash
# What: a client of the AWS SDK for JavaScript writes a member `$source` into the credentials object that
#   it is given.
# Expected: the object that is passed as `credentials` is read only; one that is frozen can be used.
# Meets: whoever keeps that object, or shares it: it is written to a file with a member of the SDK's, is
#   no longer equal to what was put in, and a frozen one fails every call before anything is sent.
#   A copy for each client (`credentials: { ...credentials }`) is a way round.
# Seen: @aws-sdk/client-s3 3.1175.0, 2026-11-29:
#   plain   sent, members afterwards: accessKeyId secretAccessKey $source
#   frozen  TypeError: Cannot set properties of undefined (setting 'CREDENTIALS_CODE')
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @aws-sdk/client-s3@3.1175.0
cat >credentials.mjs <<'JS'
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'

const plain = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' }
const frozen = Object.freeze({ ...plain })
console.log('plain', await send(plain), Object.keys(plain).join(' '))
console.log('frozen', await send(frozen), Object.keys(frozen).join(' '))

// The request is answered where it would be sent, and goes nowhere.
async function send(credentials) {
  const client = new S3Client({
    region: 'eu-west-1',
    credentials,
    requestHandler: {
      handle: async () => {
        throw Object.assign(new Error('arrived'), { name: 'Arrived' })
      },
    },
    maxAttempts: 1,
  })
  return client.send(new HeadBucketCommand({ Bucket: 'example' })).then(
    () => 'answered',
    (error) => (error.message === 'arrived' ? 'sent' : `${error.name}: ${error.message}`),
  )
}
JS
expected="plain sent accessKeyId secretAccessKey \$source
frozen TypeError: Cannot set properties of undefined (setting 'CREDENTIALS_CODE') accessKeyId secretAccessKey"
seen=$(AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true node credentials.mjs)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
