# Client: AWS CLI (S3)
# Packages: command aws
# Proves: mb refused by its name; cp, mv, sync, ls and rm up, down and from S3 to S3 beyond the size from
#   which it copies in parts, and a presigned URL.
set -euo pipefail
s3() { aws --endpoint-url "$S3_URL" s3 "$@"; }

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
mkdir "$here/up"
head -c 20971521 /dev/urandom >"$here/up/film"
echo hello >"$here/up/note.txt"

s3 ls | grep -q " $BUCKET\$"
if words=$(s3 mb s3://another-bucket 2>&1); then exit 1; fi
grep -q 'CreateBucket is not implemented' <<<"$words"

s3 sync --quiet "$here/up" "s3://$BUCKET/up"
s3 cp --quiet "s3://$BUCKET/up/film" "s3://$BUCKET/copied"
s3 mv --quiet "s3://$BUCKET/copied" "s3://$BUCKET/moved/film"
s3 sync --quiet "s3://$BUCKET/up" "s3://$BUCKET/synced"
test "$(s3 ls --recursive "s3://$BUCKET/" | awk '{ print $4 }' | xargs)" = \
  'moved/film synced/film synced/note.txt up/film up/note.txt'
for name in moved/film synced/film; do
  s3 cp --quiet "s3://$BUCKET/$name" - | cmp - "$here/up/film"
done
test "$(curl --silent --fail "$(s3 presign "s3://$BUCKET/up/note.txt")")" = hello
s3 rm --quiet --recursive "s3://$BUCKET/"
test -z "$(s3 ls "s3://$BUCKET/" || true)"
