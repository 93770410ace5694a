/**
 * The parts of `amplify_outputs.json` that this app reads. Versions 1 to 1.5 have them alike; what a
 * later one adds is passed over.
 *
 * @see https://github.com/aws-amplify/amplify-backend/tree/main/packages/client-config/src/client-config-schema
 */
export interface AmplifyOutputs {
  version?: string
  auth?: {
    aws_region?: string
    user_pool_id?: string
    user_pool_client_id?: string
    identity_pool_id?: string
    oauth?: {
      domain?: string
      identity_providers?: string[]
      scopes?: string[]
      redirect_sign_in_uri?: string[]
      redirect_sign_out_uri?: string[]
    }
    password_policy?: {
      min_length?: number
      require_lowercase?: boolean
      require_uppercase?: boolean
      require_numbers?: boolean
      require_symbols?: boolean
    }
    username_attributes?: string[]
    standard_required_attributes?: string[]
    mfa_configuration?: 'NONE' | 'OPTIONAL' | 'REQUIRED'
    mfa_methods?: ('SMS' | 'TOTP' | 'EMAIL')[]
    passwordless?: {
      email_otp_enabled?: boolean
      sms_otp_enabled?: boolean
      web_authn?: { relying_party_id?: string }
    }
  }
  storage?: {
    aws_region?: string
    bucket_name?: string
    buckets?: {
      bucket_name?: string
      paths?: Record<string, Record<string, string[] | undefined>>
    }[]
  }
  /** What `backend.addOutput` adds; Amplify itself writes nothing there. */
  custom?: { userAttributes?: unknown; examples?: string }
}
