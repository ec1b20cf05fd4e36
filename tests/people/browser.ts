/** A browser without a screen: keeps cookies, follows nothing, sends forms as a browser does. */
import { request, type IncomingHttpHeaders } from 'node:http'

export type Answered = { status: number; headers: IncomingHttpHeaders; cookies: string[]; body: string }
export type Sending = {
  form?: Record<string, string>
  headers?: Record<string, string>
  method?: string
  body?: string
}

function send(url: string, method: string, headers: Record<string, string>, body: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // Node's own fetch would refuse to send some of these headers.
    const asked = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          cookies: response.headers['set-cookie'] ?? [],
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

export function aBrowser(base: string, cookie = '') {
  const jar = new Map<string, string>()
  const keep = (line: string) => {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
  if (cookie !== '') keep(cookie)
  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function ask(path: string, { form, headers = {}, method, body }: Sending = {}): Promise<Answered> {
    const sent = body ?? (form === undefined ? '' : new URLSearchParams(form).toString())
    const cookies = cookieHeader()
    const answered = await send(
      base + path,
      method ?? (form === undefined ? 'GET' : 'POST'),
      {
        ...(cookies === '' ? {} : { cookie: cookies }),
        ...(form === undefined
          ? {}
          : {
              'content-type': 'application/x-www-form-urlencoded',
              origin: base,
              'sec-fetch-site': 'same-origin',
            }),
        ...(sent === '' ? {} : { 'content-length': String(Buffer.byteLength(sent)) }),
        ...headers,
      },
      sent,
    )
    for (const line of answered.cookies) keep(line)
    return answered
  }
  return { ask, cookie: cookieHeader }
}
