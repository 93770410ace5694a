import { DefaultDeserializer, serialize } from 'node:v8'

/** Structured-clone bytes of a value (V8's own format, which newer versions keep reading). */
export function encodeValue(value: unknown): Uint8Array {
  return serialize(value)
}

export function decodeValue(bytes: Uint8Array): unknown {
  const deserializer = new ExactDeserializer(bytes)
  deserializer.readHeader()
  return deserializer.readValue()
}

/** Byte arrays come out of the base class as windows on the whole record. */
class ExactDeserializer extends DefaultDeserializer {
  _readHostObject(): Uint8Array {
    const readView = Reflect.get(DefaultDeserializer.prototype, '_readHostObject') as (
      this: DefaultDeserializer,
    ) => Uint8Array
    return new Uint8Array(readView.call(this))
  }
}
