export const usage = `Usage: npm run doctor [-- options]

Looks for what keeps the app from working with its AWS resources, or with the local AWS, and says
what to do about it. The two dashes matter: npm keeps what stands before them for itself.

  --origin URL     the app, as people open it (default http://localhost:5173)
  --email ADDRESS  signs in as this person, so that the identity pool, the role and the bucket are
                   tried as well. The password is asked for, or read from standard input.
  --config FILE    what to check instead of .env.local or amplify_outputs.json: a /config.json, an
                   env file or an amplify_outputs.json, as a file or as the URL of a /config.json
  --json           one JSON document for a script, on standard output:
                   npm run --silent doctor -- --json
  --help           this text

Nothing is changed: the one object that is written, to find out whether it may be, is removed again,
and whoever was signed in is signed out.

Exit codes:
  0    nothing is wrong; what is doubtful or could not be told from here is said
  1    something is wrong: the text says what, how that is known, and what to do
  2    refused before anything was checked: arguments, a file that cannot be read, no password
  130  interrupted by Ctrl-C
`
