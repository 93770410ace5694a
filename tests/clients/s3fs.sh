# Client: s3fs
# Packages: debian s3fs fuse
# Proves: a bucket mounted as it is by default: files written, read, renamed, listed and removed, one of
#   them in parts.
set -euo pipefail
here=$(mktemp -d)
unmount() { fusermount -qu "$here/mounted" || true; rm -rf "$here/film" "$here/password"; }
trap unmount EXIT
mkdir "$here/mounted"
(umask 077; echo "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" >"$here/password")
head -c 20971521 /dev/urandom >"$here/film"
s3fs "$BUCKET" "$here/mounted" -o "passwd_file=$here/password" -o "url=$S3_URL" \
  -o "endpoint=$AWS_REGION" -o use_path_request_style

mkdir "$here/mounted/up"
cp "$here/film" "$here/mounted/up/film"
echo hello >"$here/mounted/up/note.txt"
mv "$here/mounted/up/film" "$here/mounted/up/renamed"
test "$(ls "$here/mounted/up" | xargs)" = 'note.txt renamed'
cmp "$here/mounted/up/renamed" "$here/film"
test "$(cat "$here/mounted/up/note.txt")" = hello
rm -r "$here/mounted/up"
test -z "$(ls "$here/mounted")"
