// A client in a process of its own: `node http-traffic.mjs PUT|GET <url> <bytes>`. It sends or counts
// as many bytes, in pieces that it never keeps, and prints the status and what it counted.
import { request } from 'node:http'
import { Readable } from 'node:stream'

const [method, url, size] = process.argv.slice(2)
const piece = Buffer.alloc(1 << 20, 'x')

function* pieces(left) {
  for (; left > 0; left -= piece.length) yield piece.subarray(0, left)
}

const isUpload = method === 'PUT'
const headers = isUpload ? { 'content-length': size } : {}
const outgoing = request(url, { method, headers }, (incoming) => {
  let count = 0
  incoming.on('data', (chunk) => (count += chunk.length))
  incoming.on('end', () => console.log(JSON.stringify({ status: incoming.statusCode, count })))
})
if (isUpload) Readable.from(pieces(Number(size))).pipe(outgoing)
else outgoing.end()
