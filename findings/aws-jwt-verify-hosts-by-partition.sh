#!/usr/bin/env bash
# What: aws-jwt-verify builds a pool's issuer on amazonaws.com in every region, also in those whose
#   partition has a suffix of its own. AWS's SDK calls the same pool on the partition's host.
# Expected: the issuer of `CognitoJwtVerifier.parseUserPoolId(id)` is on the host that the SDK calls.
# Meets: whoever verifies tokens of a pool in the AWS European Sovereign Cloud: the key set is asked for
#   at a host that the SDK never names. A verifier for such a pool has to be told issuer and key set
#   (`JwtVerifier.create({ issuer, jwksUri })`).
# Seen: aws-jwt-verify 5.2.1, @aws-sdk/client-cognito-identity-provider 3.1169.0, 2026-11-29:
#   eu-west-1       cognito-idp.eu-west-1.amazonaws.com      cognito-idp.eu-west-1.amazonaws.com
#   eusc-de-east-1  cognito-idp.eusc-de-east-1.amazonaws.com cognito-idp.eusc-de-east-1.amazonaws.eu
#   us-iso-east-1   refused (Invalid Cognito User Pool ID)   cognito-idp.us-iso-east-1.c2s.ic.gov
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund aws-jwt-verify@5.2.1 @aws-sdk/client-cognito-identity-provider@3.1169.0
cat >hosts.mjs <<'JS'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import {
  CognitoIdentityProviderClient,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider'

for (const region of ['eu-west-1', 'eusc-de-east-1', 'us-iso-east-1']) {
  console.log(region, verifierHost(region), await sdkHost(region))
}

function verifierHost(region) {
  try {
    return new URL(CognitoJwtVerifier.parseUserPoolId(`${region}_Abc123xyz`).issuer).hostname
  } catch (error) {
    return error.message.includes('Invalid Cognito User Pool ID') ? 'refused' : error.message
  }
}

// The request is looked at where it would be sent, and goes nowhere.
async function sdkHost(region) {
  let host
  const client = new CognitoIdentityProviderClient({
    region,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' },
    requestHandler: {
      handle: (request) => {
        host = request.hostname
        throw new Error('not sent')
      },
    },
    maxAttempts: 1,
  })
  await client.send(new ListUserPoolsCommand({ MaxResults: 1 })).catch(() => undefined)
  return host
}
JS
expected='eu-west-1 cognito-idp.eu-west-1.amazonaws.com cognito-idp.eu-west-1.amazonaws.com
eusc-de-east-1 cognito-idp.eusc-de-east-1.amazonaws.com cognito-idp.eusc-de-east-1.amazonaws.eu
us-iso-east-1 refused cognito-idp.us-iso-east-1.c2s.ic.gov'
seen=$(AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true node hosts.mjs)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
