#!/usr/bin/env bash
# What: on Node 20 aws-amplify signs in and says nothing, but never sends ConfirmDevice for the device that
#   the answer brought (NewDeviceMetadata); on Node 24 the same script sends it.
# Expected: the same requests on each Node that the library supports, or an error.
#   It names the device after navigator.userAgent, Node has a `navigator` since 21, and what is thrown between
#   the answer and ConfirmDevice is swallowed, as a device that cannot be confirmed shall not fail a sign-in.
# Meets: whoever tests remembered devices in Node, or signs in on a server: on Node 20 no device is ever there to
#   be remembered. `globalThis.navigator = { userAgent: '…', platform: '…' }` before the sign-in mends it.
# Seen: aws-amplify 6.22.1, node 20.20.2 and 24.9.0 of npm, linux-x64, 2026-11-30:
#   v20.20.2 signed in true asked InitiateAuth
#   v24.9.0 signed in true asked InitiateAuth ConfirmDevice
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' >package.json
npm install --silent --no-audit --no-fund aws-amplify@6.22.1
cat >sign-in.mjs <<'JS'
import { createServer } from 'node:http'
import { Amplify } from 'aws-amplify'
import { signIn } from 'aws-amplify/auth'

const seconds = Math.floor(Date.now() / 1000)
const token = (use) =>
  ['{"alg":"none"}', JSON.stringify({ sub: 'a', token_use: use, iat: seconds, exp: seconds + 3600 }), 'x']
    .map((part) => btoa(part))
    .join('.')
const tokens = { AccessToken: token('access'), IdToken: token('id'), RefreshToken: 'refresh', ExpiresIn: 3600 }
const device = { DeviceKey: 'us-east-1_a-device', DeviceGroupKey: 'a-group' }

const asked = []
const server = createServer((request, response) => {
  const operation = request.headers['x-amz-target'].split('.')[1]
  asked.push(operation)
  response.setHeader('content-type', 'application/x-amz-json-1.1')
  response.end(
    JSON.stringify(
      operation === 'InitiateAuth'
        ? { AuthenticationResult: { ...tokens, NewDeviceMetadata: device }, ChallengeParameters: {} }
        : { UserConfirmationNecessary: false },
    ),
  )
}).listen(0)
await new Promise((resolve) => server.once('listening', resolve))
Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: 'us-east-1_abcdefghi',
      userPoolClientId: 'a-client',
      userPoolEndpoint: `http://localhost:${server.address().port}`,
    },
  },
})
const { isSignedIn } = await signIn({
  username: 'ada',
  password: 'a-password',
  options: { authFlowType: 'USER_PASSWORD_AUTH' },
})
console.log(process.version, 'signed in', isSignedIn, 'asked', asked.join(' '))
server.close()
server.closeAllConnections()
JS
seen=''
for version in 20.20.2 24.9.0; do
  mkdir "node-$version"
  (cd "node-$version" && echo '{}' >package.json && npm install --silent --no-audit --no-fund "node@$version")
  seen+=$("node-$version/node_modules/.bin/node" sign-in.mjs 2>/dev/null)$'\n'
done
printf '%s' "$seen"
expected='v20.20.2 signed in true asked InitiateAuth
v24.9.0 signed in true asked InitiateAuth ConfirmDevice
'
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
