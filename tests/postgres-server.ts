/** Finding, starting and stopping a PostgreSQL that belongs to the tests alone. */
import { execFile, type ExecFileOptions } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const DEBIAN = '/usr/lib/postgresql'

/** The newest `initdb` and its companions, on the PATH or where Debian keeps them; null where there are none. */
export function findBinaries(): string | null {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...debian.map((version) => join(DEBIAN, version, 'bin')),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/** PostgreSQL refuses to run as root: then it runs as a user who may do nothing else. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const user = users.find(([login]) => login === name)
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) }
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody".')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function tool(name: string, folder: string, args: string[]) {
  const options: ExecFileOptions = { cwd: folder, ...unprivileged() }
  return run(join(findBinaries() ?? '', name), args, options)
}

/** Address of a server that was started in this folder, which nobody else may be using. */
export async function startPostgres(folder: string): Promise<string> {
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const user = unprivileged()
  if (user !== null) for (const one of [folder, data]) chownSync(one, user.uid, user.gid)
  await tool('initdb', folder, ['-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'])
  const port = await freePort()
  // Nothing here outlives the tests, so nothing waits for the disk.
  const settings = `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories='${folder}' -c fsync=off`
  await tool('pg_ctl', folder, ['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start'])
  return `postgres://tests@127.0.0.1:${port}/postgres`
}

/** Stops the server of a folder and removes all of it. */
export async function stopPostgres(folder: string): Promise<void> {
  const data = join(folder, 'data')
  if (existsSync(join(data, 'postmaster.pid')))
    await tool('pg_ctl', folder, ['-D', data, '-m', 'immediate', '-w', 'stop'])
  rmSync(folder, { recursive: true, force: true })
}
