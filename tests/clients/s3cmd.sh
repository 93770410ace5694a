# Client: s3cmd
# Packages: debian s3cmd
# Proves: ls, put, get, cp, mv, sync and del by the first version of ListObjects, a file in parts, the
#   uploads under way, and a signed URL by Signature Version 2.
set -euxo pipefail
host=${S3_URL#http://}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
s3() {
  s3cmd --config /dev/null --no-ssl --host "$host" --host-bucket "$host" --region "$AWS_REGION" \
    --access_key "$AWS_ACCESS_KEY_ID" --secret_key "$AWS_SECRET_ACCESS_KEY" "$@"
}
mkdir "$here/up"
head -c 20971521 /dev/urandom >"$here/up/film"
echo hello >"$here/up/note.txt"

s3 ls | grep -q "s3://$BUCKET\$"
s3 sync "$here/up/" "s3://$BUCKET/up/"
s3 cp "s3://$BUCKET/up/film" "s3://$BUCKET/copied"
s3 mv "s3://$BUCKET/copied" "s3://$BUCKET/moved/film"
test "$(s3 ls --recursive "s3://$BUCKET/" | awk '{ print $4 }' | xargs)" = \
  "s3://$BUCKET/moved/film s3://$BUCKET/up/film s3://$BUCKET/up/note.txt"
for name in moved/film up/film; do
  s3 get --force "s3://$BUCKET/$name" "$here/down"
  cmp "$here/down" "$here/up/film"
done
test "$(s3 multipart "s3://$BUCKET" | wc -l)" -le 2
url=$(s3 signurl "s3://$BUCKET/up/note.txt" +60)
test "$(curl --silent --fail "${url/#https:/http:}")" = hello
s3 del --recursive --force "s3://$BUCKET/"
test -z "$(s3 ls "s3://$BUCKET/")"
