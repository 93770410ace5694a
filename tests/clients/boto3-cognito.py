# Client: boto3 (Cognito)
# Packages: pypi boto3==1.43.107
# Proves: sign-in by password, GetUser, the administrator's ListUsers, AdminCreateUser and
#   DescribeUserPool, an identity and its credentials with the Logins key of AWS's documentation,
#   and errors by their exception classes.
import os

import boto3
from botocore import UNSIGNED
from botocore.config import Config

url, region = os.environ["COGNITO_URL"], os.environ["AWS_REGION"]
pool, client_id = os.environ["USER_POOL_ID"], os.environ["CLIENT_ID"]
email, password = os.environ["PERSON_EMAIL"], os.environ["PERSON_PASSWORD"]
cognito = boto3.client("cognito-idp", endpoint_url=url)
identities = boto3.client("cognito-identity", endpoint_url=url, config=Config(signature_version=UNSIGNED))


def sign_in(secret):
    return cognito.initiate_auth(
        ClientId=client_id,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": email, "PASSWORD": secret},
    )["AuthenticationResult"]


try:
    sign_in("Wrong-Horse-7")
    raise AssertionError("a wrong password signs in")
except cognito.exceptions.NotAuthorizedException as error:
    assert error.response["Error"]["Message"] == "Incorrect username or password.", error

tokens = sign_in(password)
user = cognito.get_user(AccessToken=tokens["AccessToken"])
assert {"Name": "email", "Value": email} in user["UserAttributes"], user

assert len(cognito.list_users(UserPoolId=pool)["Users"]) == 1
cognito.admin_create_user(UserPoolId=pool, Username="grace@example.com")
assert len(cognito.list_users(UserPoolId=pool)["Users"]) == 2
assert cognito.describe_user_pool(UserPoolId=pool)["UserPool"]["Id"] == pool

logins = {f"cognito-idp.{region}.amazonaws.com/{pool}": tokens["IdToken"]}
identity = identities.get_id(IdentityPoolId=os.environ["IDENTITY_POOL_ID"], Logins=logins)["IdentityId"]
credentials = identities.get_credentials_for_identity(IdentityId=identity, Logins=logins)["Credentials"]
s3 = boto3.client(
    "s3",
    endpoint_url=os.environ["S3_URL"],
    aws_access_key_id=credentials["AccessKeyId"],
    aws_secret_access_key=credentials["SecretKey"],
    aws_session_token=credentials["SessionToken"],
)
s3.put_object(Bucket=os.environ["BUCKET"], Key=f"users/{identity}/note.txt", Body=b"hello")
