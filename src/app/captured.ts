/** An answer written into memory instead of to a socket, so that it can be kept, compressed and sent more than once. */
import { ServerResponse, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'

export type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer }
type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

class Captured extends ServerResponse {
  readonly chunks: Buffer[] = []
  #done: (answer: Answer) => void
  #failed: (error: Error) => void

  constructor(request: IncomingMessage, done: (answer: Answer) => void, failed: (error: Error) => void) {
    super(request)
    this.#done = done
    this.#failed = failed
  }

  /** A page that breaks half-way ends here: what there is of it is thrown away, and the server says so. */
  override destroy(error?: Error): this {
    this.#failed(error ?? new Error('the page broke off'))
    return super.destroy(error)
  }

  #keep(chunk: unknown): void {
    if (typeof chunk === 'string') this.chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array)
      this.chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#keep(chunk)
    rest.find((it): it is () => void => typeof it === 'function')?.()
    return true
  }

  // Node's own signature has many forms; whatever callback comes, it must be called.
  override end(...args: unknown[]): this {
    this.#keep(args[0])
    const callback = args.find((it): it is () => void => typeof it === 'function')
    this.#done({
      status: this.statusCode,
      headers: { ...this.given, ...this.getHeaders() },
      body: Buffer.concat(this.chunks),
    })
    this.emit('finish')
    callback?.()
    return this
  }

  private readonly given: OutgoingHttpHeaders = {}
  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find(
      (it): it is OutgoingHttpHeaders => typeof it === 'object' && it !== null && !Array.isArray(it),
    )
    for (const [name, value] of Object.entries(headers ?? {})) this.given[name.toLowerCase()] = value
    return this
  }
}

/** Runs the handler and gives what it would have sent. Rejects when the handler throws. */
export function capture(handler: Handler, request: IncomingMessage): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const response = new Captured(request, resolve, reject)
    Promise.resolve(handler(request, response)).catch(reject)
  })
}
