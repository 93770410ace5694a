# Client: boto3 (administration)
# Packages: pypi boto3==1.43.107
# Proves: groups in tokens, paginators of users and groups, a risk configuration, events with feedback,
#   a block by a risk, and a user import with password hashes.
import base64
import json
import os
import urllib.request

import boto3

cognito = boto3.client("cognito-idp", endpoint_url=os.environ["COGNITO_URL"])

pool = cognito.create_user_pool(
    PoolName="administered",
    UserPoolTier="PLUS",
    UserPoolAddOns={"AdvancedSecurityMode": "ENFORCED"},
    UsernameAttributes=["email"],
    AutoVerifiedAttributes=["email"],
)["UserPool"]["Id"]
client = cognito.create_user_pool_client(
    UserPoolId=pool,
    ClientName="scripts",
    ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
)["UserPoolClient"]["ClientId"]


def sign_in(email, password, **more):
    return cognito.admin_initiate_auth(
        UserPoolId=pool,
        ClientId=client,
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": email, "PASSWORD": password},
        **more,
    )["AuthenticationResult"]


def context(address, agent):
    return {
        "ContextData": {
            "IpAddress": address,
            "ServerName": "app.example.com",
            "ServerPath": "/sign-in",
            "HttpHeaders": [{"headerName": "User-Agent", "headerValue": agent}],
        }
    }


for name in ["grace", "barbara"]:
    person = {"UserPoolId": pool, "Username": f"{name}@example.com"}
    cognito.admin_create_user(**person, MessageAction="SUPPRESS")
    cognito.admin_set_user_password(**person, Password="Correct-Horse-2", Permanent=True)
    cognito.create_group(UserPoolId=pool, GroupName=name, Precedence=1)
    cognito.admin_add_user_to_group(**person, GroupName=name)
pages = cognito.get_paginator("list_users").paginate(UserPoolId=pool, PaginationConfig={"PageSize": 1})
assert [len(page["Users"]) for page in pages] in ([1, 1], [1, 1, 0])
pages = cognito.get_paginator("list_groups").paginate(UserPoolId=pool, PaginationConfig={"PageSize": 1})
assert [group["GroupName"] for page in pages for group in page["Groups"]] == ["barbara", "grace"]
try:
    cognito.create_group(UserPoolId=pool, GroupName="grace")
    raise AssertionError("a group is there twice")
except cognito.exceptions.GroupExistsException:
    pass

grace = {"UserPoolId": pool, "Username": "grace@example.com"}
firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36"
action = {"EventAction": "BLOCK", "Notify": False}
cognito.set_risk_configuration(
    UserPoolId=pool,
    AccountTakeoverRiskConfiguration={"Actions": {"MediumAction": action, "HighAction": action}},
)
token = sign_in(grace["Username"], "Correct-Horse-2", **context("198.51.100.7", firefox))["AccessToken"]
payload = token.split(".")[1]
claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
assert claims["cognito:groups"] == ["grace"], claims
try:
    sign_in(grace["Username"], "Correct-Horse-2", **context("203.0.113.9", mac))
    raise AssertionError("a sign-in from a new address is let through")
except cognito.exceptions.NotAuthorizedException as error:
    assert "security reasons" in error.response["Error"]["Message"], error
pages = cognito.get_paginator("admin_list_user_auth_events").paginate(**grace, PaginationConfig={"PageSize": 1})
blocked, first = [event for page in pages for event in page["AuthEvents"]]
assert blocked["EventRisk"]["RiskDecision"] == "Block", blocked
assert first["EventContextData"]["IpAddress"] == "198.51.100.7", first
cognito.admin_update_auth_event_feedback(**grace, EventId=blocked["EventId"], FeedbackValue="Valid")
assert "AccessToken" in sign_in(grace["Username"], "Correct-Horse-2", **context("203.0.113.9", mac))

job = cognito.create_user_import_job(
    UserPoolId=pool,
    JobName="everybody",
    CloudWatchLogsRoleArn="arn:aws:iam::123456789012:role/import-logs",
    PasswordHashingAlgorithm="BCRYPT",
)["UserImportJob"]
# "abc", as jBCrypt's own tests have it.
hashed = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"
csv = f"cognito:username,email,email_verified,password_hash\nada@example.com,ada@example.com,TRUE,{hashed}\n"
request = urllib.request.Request(job["PreSignedUrl"], data=csv.encode(), method="PUT")
request.add_header("x-amz-server-side-encryption", "aws:kms")
assert urllib.request.urlopen(request).status == 200
named = {"UserPoolId": pool, "JobId": job["JobId"]}
cognito.start_user_import_job(**named)
while job["Status"] in ("Created", "Pending", "InProgress"):
    job = cognito.describe_user_import_job(**named)["UserImportJob"]
assert (job["Status"], job["ImportedUsers"]) == ("Succeeded", 1), job
assert "AccessToken" in sign_in("ada@example.com", "abc", **context("198.51.100.7", firefox))
