/**
 * Adds what the SDK for JavaScript knows already and the model of the CLI does not yet: operations and
 * members, without the constraints of a length or a pattern, which no schema of the SDK has.
 *
 * @param {object} model
 * @param {{ client: object, exports: object, types: string }} sdk `types` are its declarations, which
 *   alone say which enumeration a member is of.
 */
export function completeModel(model, sdk) {
  const { operations, shapes } = structuredClone(model)
  const stringShapes = commonStringShapes(model)

  const shapeOf = (schema, name, member) => {
    const [type, traits = 0] = Array.isArray(schema) && !isSchema(schema) ? schema : [schema]
    const target = typeof type === 'function' ? type() : type
    if (Array.isArray(target)) return named(target)
    const plain = plainShapes[target]
    if (!plain)
      throw new Error(`${name}.${member} has the schema ${String(target)}, not known here.`)
    if (plain.type !== 'string' || traits !== 0) return add(plain.name, plain)
    return enumerationOf(name, member) ?? stringShapes.get(member) ?? add('StringType', plain)
  }
  const enumerationOf = (name, member) => {
    const declared = new RegExp(`interface ${name} \\{[^}]*?\\b${member}\\??: (\\w+) \\|`).exec(
      sdk.types,
    )
    const values = sdk.exports[declared?.[1] ?? '']
    return values && add(declared[1], { type: 'string', enum: Object.values(values) })
  }
  const add = (name, shape) => {
    shapes[name] ??= shape
    return name
  }
  const named = ([kind, , name, traits, ...rest]) => {
    const sensitive = (traits & sensitiveTrait) !== 0 && { sensitive: true }
    switch (kind) {
      case 0:
        return add(name, { ...plainShapes[rest[0]], ...sensitive })
      case 1:
        return add(name, { type: 'list', member: of(rest[0], name), ...sensitive })
      case 2:
        return add(name, {
          type: 'map',
          key: of(rest[0], name, 'key'),
          value: of(rest[1], name),
          ...sensitive,
        })
      case 3:
        return structure(name, rest)
      default:
        throw new Error(`${name} is of the kind ${kind}, which is not known here.`)
    }
  }
  const of = (schema, name, member = 'member') => ({ shape: shapeOf(schema, name, member) })
  const structure = (name, [members, schemas, required = 0]) => {
    const shape = (shapes[name] ??= { type: 'structure', members: {} })
    members.forEach((member, index) => {
      shape.members[member] ??= of(schemas[index], name, member)
    })
    if (required > 0) shape.required = members.slice(0, required)
    return name
  }

  for (const [key, schema] of Object.entries(sdk.exports)) {
    if (!key.endsWith('$') || schema[0] !== 9) continue
    const [, , name, , input] = schema
    operations[name] ??= { input: {}, auth: [authOf(sdk.client, name)] }
    operations[name].input.shape ??= input()[2]
    structure(operations[name].input.shape, input().slice(4))
  }
  return { operations, shapes }
}

const sensitiveTrait = 8

/** By the number that stands for it in a schema; 64 and 128 are lists and maps of strings. */
const plainShapes = {
  0: { name: 'StringType', type: 'string', min: 0, max: 131_072 },
  1: { name: 'IntegerType', type: 'integer' },
  2: { name: 'BooleanType', type: 'boolean' },
  15: { name: 'Document', type: 'structure', document: true, members: {} },
  21: { name: 'Blob', type: 'blob' },
  64: { name: 'ListOfStringTypes', type: 'list', member: { shape: 'StringType' } },
  128: {
    name: 'ClientMetadataType',
    type: 'map',
    key: { shape: 'StringType' },
    value: { shape: 'StringType' },
  },
}

function isSchema([kind, namespace]) {
  return typeof kind === 'number' && typeof namespace === 'string'
}

/** A string has the shape that most of its namesakes in other requests have, if more than half do. */
function commonStringShapes({ operations, shapes }) {
  const found = new Map()
  for (const { input } of Object.values(operations)) {
    for (const [member, { shape }] of Object.entries(shapes[input.shape].members)) {
      if (shapes[shape].type === 'string') found.set(member, [...(found.get(member) ?? []), shape])
    }
  }
  return new Map(
    [...found].flatMap(([member, names]) => {
      const shape = names.find(
        (each) => names.filter((name) => name === each).length > names.length / 2,
      )
      return shape === undefined ? [] : [[member, shape]]
    }),
  )
}

function authOf({ config }, operation) {
  const region = 'us-east-1'
  // STS looks into its endpoint's rules first, which have the region with a capital.
  const [{ schemeId }] = config.httpAuthSchemeProvider({ operation, region, Region: region })
  return schemeId
}
