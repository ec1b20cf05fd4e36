/** A mail server of a few lines that keeps what it is given, and can misbehave in every way a real one does. */
import { createServer, type AddressInfo, type Socket } from 'node:net'

export type Received = { from: string; to: string[]; data: string; messageId: string }
/** What it does with a letter, asked anew at each. */
export type Behaviour =
  | 'takes'
  /** Answers the command with this line. */
  | { at: 'connect' | 'MAIL' | 'RCPT' | 'DATA' | 'end'; says: string }
  /** Says nothing any more. */
  | 'hangs'
  /** Takes the letter over, and is gone before it can say so. */
  | 'drops after taking'
  /** Is gone before it has taken the letter. */
  | 'drops at DATA'

export type SmtpServer = {
  url: string
  /** Letters it took over, in order. */
  received: Received[]
  behave: (how: Behaviour | ((to: string) => Behaviour)) => void
  connections: () => number
  close: () => Promise<void>
}

export async function startSmtp(): Promise<SmtpServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  let behaviour: (to: string) => Behaviour = () => 'takes'
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    talk(socket, received, (to) => behaviour(to))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    behave: (how) => void (behaviour = typeof how === 'function' ? how : () => how),
    connections: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function talk(socket: Socket, received: Received[], behaviour: (to: string) => Behaviour): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let heard = ''
  let from = ''
  let to: string[] = []
  let inData = false
  const how = () => behaviour(to[0] ?? '')
  const answer = (at: 'connect' | 'MAIL' | 'RCPT' | 'DATA' | 'end', usual: string): boolean => {
    const it = how()
    if (it === 'hangs' && at !== 'connect') return false
    const says = typeof it === 'object' && it.at === at ? it.says : usual
    say(says)
    return says === usual
  }
  const commands: { [verb: string]: (line: string) => void } = {
    EHLO: () => say('250-here\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SMTPUTF8'),
    MAIL: (line) => {
      from = /<([^>]*)>/.exec(line)?.[1] ?? ''
      to = []
      answer('MAIL', '250 2.1.0 ok')
    },
    RCPT: (line) => {
      to.push(/<([^>]*)>/.exec(line)?.[1] ?? '')
      answer('RCPT', '250 2.1.5 ok')
    },
    DATA: () => {
      if (how() === 'drops at DATA') return void socket.destroy()
      inData = answer('DATA', '354 go on')
    },
    RSET: () => say('250 ok'),
    QUIT: () => void socket.end('221 bye\r\n'),
  }
  const letter = (data: string) => {
    const messageId = /^message-id:\s*<([^>]*)>/im.exec(data)?.[1] ?? ''
    const keep = () => received.push({ from, to, data, messageId })
    if (how() === 'drops after taking') {
      keep()
      return void socket.destroy()
    }
    if (answer('end', '250 2.0.0 taken')) keep()
  }
  answer('connect', '220 here')
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    heard += chunk
    for (;;) {
      const end = inData ? heard.indexOf('\r\n.\r\n') : heard.indexOf('\r\n')
      if (end === -1) return
      const said = heard.slice(0, end)
      heard = heard.slice(end + (inData ? 5 : 2))
      if (inData) {
        inData = false
        letter(said.replaceAll(/^\.\./gm, '.'))
      } else (commands[said.slice(0, 4).toUpperCase()] ?? (() => say('502 5.5.1 what?')))(said)
    }
  })
}
