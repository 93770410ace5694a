export const usage = `Usage: npm run deploy -- [options]            create the stack, or update it
       npm run deploy -- destroy [options]    delete the stack

The two dashes matter: npm keeps what stands before them for itself.

  --stack-name NAME       the stack (default cognito-starter)
  --region REGION         where; else AWS_REGION, AWS_DEFAULT_REGION or the profile's region
  --profile NAME          whose credentials; else AWS's usual chain: environment, ~/.aws, SSO, roles
  --yes                   do not ask (for CI)
  --help                  this text

Deploying:
  --parameter NAME=VALUE  a parameter of infra/template.yaml; give the flag again for another one
  --parameter NAME        its value is in the environment variable NAME, or is asked for: for secrets
  --parameters FILE       parameters as JSON: {"Name": "value"} or
                          [{"ParameterKey": "Name", "ParameterValue": "value"}]
                          What is not given keeps the value it has.
  --hosting               host the app: private bucket, CloudFront, https. Every later run then builds
                          and publishes it, after a yes
  --no-hosting            take that down again; the rest of the stack stays
  --template-bucket NAME  a bucket to upload the template to; needed above 51,200 bytes only, its
                          comments not counted
  --print-template        print the template as it would be sent with these parameters; to upload it by
                          hand: npm run --silent deploy -- --print-template > template.yaml
  --settings-file FILE    where the app's settings are written (default .env.local)
  --allow-replacement     with --yes: go on although a user pool, identity pool or bucket would be
                          replaced by an empty one, or people's passkeys be for another host

Destroying:
  --turn-off-protection   let the user pool, and the people in it, be deleted
  --delete-bucket         delete people's bucket too, with everybody's profiles and pictures in it; the
                          bucket of the hosted app goes anyway

Exit codes:
  0    done, or there was nothing to do
  1    AWS refused, or the stack could not be made as asked: the text says why and what to do
  2    refused before anything was changed: arguments, parameters, no region, no credentials,
       no terminal to ask at, protection
  3    not confirmed: nothing was changed
  130  interrupted by Ctrl-C; run the same command again to go on
`
