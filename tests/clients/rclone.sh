# Client: rclone
# Packages: debian rclone
# Proves: copy, check, move, list and delete by both versions of ListObjects, a file in parts, and the
#   cleanup of uploads under way.
set -euo pipefail
# Its version in Debian 12 ends over the variable, also where there is no TLS.
unset AWS_CA_BUNDLE
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
mkdir "$here/up"
head -c 20971521 /dev/urandom >"$here/up/film"
echo hello >"$here/up/note.txt"
# With the provider AWS it takes hosts below localhost, which Go asks a name server for.
rclone() {
  timeout 60 rclone --config /dev/null --quiet --s3-provider Other --s3-endpoint "$S3_URL" \
    --s3-region "$AWS_REGION" --s3-access-key-id "$AWS_ACCESS_KEY_ID" \
    --s3-secret-access-key "$AWS_SECRET_ACCESS_KEY" --s3-no-check-bucket --s3-upload-cutoff 5M "$@"
}

for version in 1 2; do
  list="--s3-list-version $version"
  to=":s3:$BUCKET/list-$version"
  rclone $list copy "$here/up" "$to/up"
  rclone $list check --download "$here/up" "$to/up"
  rclone $list moveto "$to/up/film" "$to/moved/film"
  test "$(rclone $list lsf --recursive --files-only "$to" | sort | xargs)" = \
    'moved/film up/note.txt'
  rclone $list cat "$to/moved/film" | cmp - "$here/up/film"
  rclone $list backend list-multipart-uploads ":s3:$BUCKET" >/dev/null
  rclone $list cleanup ":s3:$BUCKET"
  rclone $list purge "$to"
  test -z "$(rclone $list lsf ":s3:$BUCKET")"
done
