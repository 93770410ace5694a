# Client: AWS CLI (Cognito)
# Packages: command aws
# Proves: list-users and admin-get-user with the administrator's key, initiate-auth, get-user, and an
#   error by its name.
set -euo pipefail
cognito() { aws --endpoint-url "$COGNITO_URL" --output text cognito-idp "$@"; }

test "$(cognito list-users --user-pool-id "$USER_POOL_ID" --query 'length(Users)')" = 1
test "$(cognito admin-get-user --user-pool-id "$USER_POOL_ID" --username "$PERSON_EMAIL" --query UserStatus)" = CONFIRMED
token=$(cognito initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$PERSON_EMAIL,PASSWORD=$PERSON_PASSWORD" --query AuthenticationResult.AccessToken)
cognito get-user --access-token "$token" --query 'UserAttributes[?Name==`email`].Value' | grep -qx "$PERSON_EMAIL"
if words=$(cognito get-user --access-token "${token}x" 2>&1); then exit 1; fi
grep -q NotAuthorizedException <<<"$words"
