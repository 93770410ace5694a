/**
 * What a request of each operation may hold, out of a service model of AWS: input shapes with their
 * constraints, without what the service answers and without documentation.
 *
 * @param {object} model `service-2.json`, the form that botocore and the AWS CLI read.
 * @returns {string} JSON, a line for each operation and shape, so that an update reads as a diff.
 */
export function extractModel({ operations, shapes }) {
  const reached = new Set()
  const reach = (name) => {
    if (reached.has(name)) return
    reached.add(name)
    const { members = {}, member, key, value } = shapes[name]
    const inner = [...Object.values(members), member, key, value]
    for (const each of inner) if (each) reach(each.shape)
  }
  for (const { input } of Object.values(operations)) reach(input.shape)

  const lines = (entries) =>
    entries
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n')
  const kept = [...reached].map((name) => [name, compact(shapes[name])])
  const inputs = Object.entries(operations).map(([name, { input, authtype, auth }]) => [
    name,
    { input: input.shape, ...(isUnsigned(authtype, auth) && { unsigned: true }) },
  ])
  return `{\n"operations": {\n${lines(inputs)}\n},\n"shapes": {\n${lines(kept)}\n}\n}\n`
}

/** Operations that people's own programs call, without a key of AWS. */
function isUnsigned(authtype, auth) {
  return authtype === 'none' || (auth?.includes('smithy.api#noAuth') ?? false)
}

function compact({ type, members, required, member, key, value, ...rest }) {
  const constraints = ['min', 'max', 'pattern', 'enum', 'sensitive', 'document']
    .filter((name) => rest[name] !== undefined)
    .map((name) => [name, rest[name]])
  return {
    type,
    ...Object.fromEntries(constraints),
    ...(required && { required }),
    ...(members && { members: nameShapes(members) }),
    ...(member && { member: member.shape }),
    ...(key && { key: key.shape, value: value.shape }),
  }
}

function nameShapes(members) {
  return Object.fromEntries(Object.entries(members).map(([name, { shape }]) => [name, shape]))
}
