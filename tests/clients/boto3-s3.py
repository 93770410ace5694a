# Client: boto3 (S3)
# Packages: pypi boto3==1.43.107
# Proves: buckets and objects of the resource API, copies in parts, tags, presigned URLs and forms by its
#   default Signature Version 2 and by version 4, and a page of versions.
import io
import os
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config

url, name = os.environ["S3_URL"], os.environ["BUCKET"]
bucket = boto3.resource("s3", endpoint_url=url).Bucket(name)
parts = TransferConfig(multipart_threshold=5 << 20, multipart_chunksize=5 << 20)
film = bytes(range(256)) * 48 * 1024


def send(method, address, body=None, headers={}):
    request = urllib.request.Request(address, data=body, method=method, headers=headers)
    with urllib.request.urlopen(request) as answer:
        return answer.status, answer.read()


def post(form, content):
    lines = []
    for field, value in form["fields"].items():
        lines += ["--x", f'Content-Disposition: form-data; name="{field}"', "", value]
    lines += ["--x", 'Content-Disposition: form-data; name="file"; filename="a.txt"', "", content, "--x--", ""]
    body = "\r\n".join(lines).encode()
    return send("POST", form["url"], body, {"Content-Type": "multipart/form-data; boundary=x"})


assert name in [each.name for each in boto3.resource("s3", endpoint_url=url).buckets.all()]
bucket.upload_fileobj(io.BytesIO(film), "film", Config=parts)
bucket.copy({"Bucket": name, "Key": "film"}, "copies/film", Config=parts)
copy = io.BytesIO()
bucket.download_fileobj("copies/film", copy)
assert copy.getvalue() == film
assert [each.key for each in bucket.objects.filter(Prefix="copies/")] == ["copies/film"]
assert bucket.Object("copies/film").e_tag.endswith('-3"'), bucket.Object("copies/film").e_tag

for version, mark in (None, "Signature="), ("s3v4", "X-Amz-Signature="):
    s3 = boto3.client("s3", endpoint_url=url, config=Config(signature_version=version))
    key = f"presigned/{version}"
    where = {"Bucket": name, "Key": key}
    put = s3.generate_presigned_url("put_object", Params={**where, "Metadata": {"by": "boto3"}})
    assert mark in put, put
    # Version 4 signs metadata as headers, which whoever sends it repeats; version 2 has it in the query.
    headers = {"x-amz-meta-by": "boto3"} if version else {}
    assert send("PUT", put, b"hello", {"Content-Type": "", **headers})[0] == 200
    assert s3.head_object(**where)["Metadata"] == {"by": "boto3"}
    assert send("GET", s3.generate_presigned_url("get_object", Params=where))[1] == b"hello"
    assert send("DELETE", s3.generate_presigned_url("delete_object", Params=where))[0] == 204

    form = s3.generate_presigned_post(
        name,
        f"posted/{version}",
        Fields={"success_action_status": "201"},
        Conditions=[{"success_action_status": "201"}, ["content-length-range", 1, 10]],
    )
    assert ("signature" in form["fields"]) == (version is None), form["fields"].keys()
    status, answer = post(form, "hello")
    assert status == 201 and b"<Key>posted/" in answer, answer

s3 = boto3.client("s3", endpoint_url=url)
s3.put_object(Bucket=name, Key="tagged", Body=b"x", Tagging="kind=note&by=boto3")
assert s3.get_object_tagging(Bucket=name, Key="tagged")["TagSet"] == [
    {"Key": "kind", "Value": "note"},
    {"Key": "by", "Value": "boto3"},
]
assert s3.list_object_versions(Bucket=name, Prefix="tagged")["Versions"][0]["IsLatest"]
bucket.objects.all().delete()
assert list(bucket.objects.all()) == []
