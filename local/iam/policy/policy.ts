/** An IAM policy document, read and checked: every operator and element in it is known. */
export interface PolicyDocument {
  statements: readonly Statement[]
}

export interface Statement {
  sid?: string
  effect: 'Allow' | 'Deny'
  /** As written, e.g. `s3:Get*`. */
  actions: readonly string[]
  notActions?: readonly string[]
  /** As written, policy variables unresolved. Empty in a trust policy. */
  resources: readonly string[]
  notResources?: readonly string[]
  /** Trust and bucket policies only: `*`, or principals by type (`Federated`, `AWS`, `Service`). */
  principals?: '*' | Readonly<Record<string, readonly string[]>>
  /** Only beside `Deny`. */
  notPrincipals?: '*' | Readonly<Record<string, readonly string[]>>
  conditions: readonly Condition[]
}

export interface Condition {
  /** The base operator, e.g. `StringLike`. */
  operator: string
  qualifier?: 'ForAllValues' | 'ForAnyValue'
  ifExists: boolean
  key: string
  values: readonly string[]
}

export interface Role {
  /** IAM's own, e.g. `AROAEXAMPLEEXAMPLE234`: a role of the same name that is made anew has another. */
  id: string
  name: string
  arn: string
  /** A session lasts as long at most. */
  maxSessionSeconds: number
  trustPolicy: PolicyDocument
  policies: readonly PolicyDocument[]
}

/** Who signed a request: an assumed role, with what its session knows. */
export interface Principal {
  role: Role
  /** `arn:aws:sts::<account>:assumed-role/<role>/<session name>`. */
  assumedRoleArn: string
  /** Condition keys and policy variables, e.g. `cognito-identity.amazonaws.com:sub`. */
  context: Readonly<Record<string, string | readonly string[]>>
  /** What the session is limited to, on top of the role's policies: one of them must allow too. */
  sessionPolicies?: readonly PolicyDocument[]
}

/** A user with a key of its own, which does not expire. */
export interface IamUser {
  user: { id: string; arn: string; policies: readonly PolicyDocument[] }
  /** Condition keys and policy variables. */
  context: Readonly<Record<string, string | readonly string[]>>
}

/** Who may sign a request. */
export type Caller = Principal | IamUser

/** What somebody signs with. */
export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  /** Temporary credentials only. */
  sessionToken?: string
  expiresAtMs?: number
  principal: Caller
}

/** Temporary credentials that one of our services issued. */
export interface SessionCredentials extends Credentials {
  sessionToken: string
  expiresAtMs: number
  principal: Principal
}
