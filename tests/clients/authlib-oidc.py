# Client: Authlib
# Packages: pypi Authlib==1.8.0 requests==2.34.2
# Proves: discovery, the authorization code flow with PKCE, the ID token checked against the keys,
#   user info, and a refresh.
import os
import subprocess

import requests
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt

base = f"{os.environ['COGNITO_URL']}/{os.environ['USER_POOL_ID']}"
about = requests.get(f"{base}/.well-known/openid-configuration").json()
session = OAuth2Session(
    os.environ["CLIENT_ID"],
    scope="openid email",
    redirect_uri="http://localhost:5173/callback",
    code_challenge_method="S256",
    token_endpoint_auth_method="none",
)
verifier = "v" * 64
url, state = session.create_authorization_url(about["authorization_endpoint"], code_verifier=verifier)
callback = subprocess.check_output(["node", "support/sign-in.mjs", url], text=True).strip()
tokens = session.fetch_token(
    about["token_endpoint"], authorization_response=callback, state=state, code_verifier=verifier
)
keys = JsonWebKey.import_key_set(requests.get(about["jwks_uri"]).json())
claims = jwt.decode(
    tokens["id_token"],
    keys,
    claims_options={"iss": {"value": about["issuer"]}, "aud": {"value": os.environ["CLIENT_ID"]}},
)
claims.validate()
assert claims["email"] == os.environ["PERSON_EMAIL"]
assert session.get(about["userinfo_endpoint"]).json()["email"] == os.environ["PERSON_EMAIL"]
renewed = session.refresh_token(about["token_endpoint"], tokens["refresh_token"])
assert renewed["access_token"] != tokens["access_token"]
