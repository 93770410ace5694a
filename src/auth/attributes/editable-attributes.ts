/**
 * What people change of their own: a standard attribute, and the custom one of `infra/template.yaml`.
 * A pool that was made by hand need not have the latter.
 */
export const editableAttributes = ['name', 'custom:company'] as const

export type AttributeName = (typeof editableAttributes)[number]

/** By name; an empty text is an attribute that is not there. */
export type AttributeValues = Readonly<Partial<Record<AttributeName, string>>>
