/** The port is taken: says which, and what to do. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError'

  constructor(port: number) {
    super(
      `Port ${port} is taken by another program. Stop that program, or choose another pair of ports with LOCAL_AWS_PORT=${port < 50_000 ? port + 1000 : port - 1000} (S3 takes the next one).`,
    )
  }
}
