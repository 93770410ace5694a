export const usage = `Usage: npm run seed -- FILE [options]

Makes the people, groups and objects of a file, on the local AWS that is running or in the AWS account
that the app is configured for. What is there already is brought to what the file says, and nothing
else is touched, so it can be run again. The two dashes matter: npm keeps what stands before them.

  --config FILE    where to, instead of .env.local, amplify_outputs.json or the running app: a
                   /config.json, an env file or an amplify_outputs.json, as a file or as a URL
  --origin URL     the running app (default http://localhost:5173)
  --dry-run        reads the file, says what is wrong with it, and asks nobody
  --help           this text

On the local AWS it signs with LOCAL_AWS_ACCESS_KEY_ID and LOCAL_AWS_SECRET_ACCESS_KEY, which npm start
and npm run local take and show; in AWS with the credentials that the AWS CLI would use.

Exit codes:
  0    all of it is there
  1    something could not be made; the rest was
  2    refused before anything was made: arguments, the file, no credentials
`
