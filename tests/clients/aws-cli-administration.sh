# Client: AWS CLI (administration)
# Packages: command aws
# Proves: a group with a person in it, a temporary password that is replaced, a risk configuration and the
#   events that it makes, and a user import as AWS's guide has it, with curl.
set -euo pipefail
cognito() { aws --endpoint-url "$COGNITO_URL" --output text cognito-idp "$@"; }

pool=$(cognito create-user-pool --pool-name administered --user-pool-tier PLUS \
  --user-pool-add-ons AdvancedSecurityMode=ENFORCED --mfa-configuration OFF \
  --username-attributes email --auto-verified-attributes email --query UserPool.Id)
client=$(cognito create-user-pool-client --user-pool-id "$pool" --client-name scripts \
  --explicit-auth-flows ALLOW_ADMIN_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH --query UserPoolClient.ClientId)
sign_in() {
  cognito admin-initiate-auth --user-pool-id "$pool" --client-id "$client" \
    --auth-flow ADMIN_USER_PASSWORD_AUTH --auth-parameters "USERNAME=$1,PASSWORD=$2" "${@:3}"
}

person=(--user-pool-id "$pool" --username grace@example.com)
cognito admin-create-user "${person[@]}" --message-action SUPPRESS --temporary-password Temporary-Horse-1 >/dev/null
sign_in grace@example.com Temporary-Horse-1 --query ChallengeName | grep -qx NEW_PASSWORD_REQUIRED
cognito admin-set-user-password "${person[@]}" --password Correct-Horse-2 --permanent
cognito create-group --user-pool-id "$pool" --group-name editors --precedence 1 >/dev/null
cognito admin-add-user-to-group "${person[@]}" --group-name editors
test "$(cognito list-users-in-group --user-pool-id "$pool" --group-name editors --query 'length(Users)')" = 1
test "$(cognito admin-list-groups-for-user "${person[@]}" --query 'Groups[0].GroupName')" = editors

cognito set-risk-configuration --user-pool-id "$pool" \
  --compromised-credentials-risk-configuration '{"Actions":{"EventAction":"BLOCK"}}' \
  --risk-exception-configuration BlockedIPRangeList=203.0.113.0/24 >/dev/null
test "$(cognito describe-risk-configuration --user-pool-id "$pool" \
  --query 'RiskConfiguration.RiskExceptionConfiguration.BlockedIPRangeList[0]')" = 203.0.113.0/24
if sign_in grace@example.com Wrong-Horse-3 >/dev/null 2>&1; then exit 1; fi
sign_in grace@example.com Correct-Horse-2 --query AuthenticationResult.TokenType | grep -qx Bearer
event=$(cognito admin-list-user-auth-events "${person[@]}" --query 'AuthEvents[?EventResponse==`Fail`]|[0].EventId')
cognito admin-update-auth-event-feedback "${person[@]}" --event-id "$event" --feedback-value Invalid
cognito admin-list-user-auth-events "${person[@]}" \
  --query "AuthEvents[?EventId=='$event'].EventFeedback.FeedbackValue" | grep -qx Invalid

role=arn:aws:iam::123456789012:role/import-logs
read -r job url < <(cognito create-user-import-job --user-pool-id "$pool" --job-name everybody \
  --cloud-watch-logs-role-arn "$role" --query 'UserImportJob.[JobId,PreSignedUrl]')
header=$(cognito get-csv-header --user-pool-id "$pool" --query CSVHeader | tr '\t' ',')
values=$(tr ',' '\n' <<<"$header" | sed -e 's/^email$/ada@example.com/' -e 's/^email_verified$/TRUE/' \
  -e 's/^cognito:username$/ada@example.com/' -e '/@\|TRUE/!s/.*//' | paste -sd,)
file=$(mktemp)
printf '%s\n%s\n' "$header" "$values" >"$file"
curl -sSf -T "$file" -H "x-amz-server-side-encryption:aws:kms" "$url"
rm "$file"
cognito start-user-import-job --user-pool-id "$pool" --job-id "$job" --query UserImportJob.Status | grep -qx Pending
status=Pending
while [ "$status" = Pending ] || [ "$status" = InProgress ]; do
  status=$(cognito describe-user-import-job --user-pool-id "$pool" --job-id "$job" --query UserImportJob.Status)
done
test "$status" = Succeeded
test "$(cognito admin-get-user --user-pool-id "$pool" --username ada@example.com --query UserStatus)" = RESET_REQUIRED
