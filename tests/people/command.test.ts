/** `npm run people`: what it understands, what it does, and how it says that it will not. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { readCommand } from '../../src/people/command.ts'
import { openStore } from '../../src/store/open.ts'
import { aNew } from '../store/made.ts'

describe('the command line', () => {
  const good: [string, object][] = [
    ['list', { is: 'list' }],
    [
      'add a@example.org --role administrator',
      { is: 'add', email: 'a@example.org', role: 'administrator', scope: null },
    ],
    ['add a@example.org --role desk', { is: 'add', role: 'desk', scope: null }],
    ['add a@example.org --role desk --for m33', { is: 'add', role: 'desk', scope: 'M33' }],
    ['add a@example.org --role link-worker --for E05000834', { is: 'add', scope: 'E05000834' }],
    ['add a@example.org --role group --for g1', { is: 'add', role: 'group', scope: 'g1' }],
    ['end a@example.org', { is: 'end', role: null, scope: null }],
    ['end a@example.org --role desk', { is: 'end', role: 'desk' }],
  ]
  it.each(good)('%s', (line, command) => expect(readCommand(line.split(' '))).toMatchObject(command))

  const bad: [string, RegExp][] = [
    ['', /"add", "end" or "list"/],
    ['give a@example.org', /not "give"/],
    ['add', /no e-mail address/],
    ['add ann --role desk', /"ann" is not an e-mail address/],
    ['add a@example.org', /Which role/],
    ['add a@example.org --role king', /"king" is no role/],
    ['add a@example.org --role group', /Which group/],
    ['add a@example.org --role umbrella', /Which umbrella body/],
    ['add a@example.org --role administrator --for M33', /leave --for out/],
    ['add a@example.org --role desk --for Sale', /"Sale" is no area/],
    ['add a@example.org b@example.org --role desk', /one word too many/],
    ['add a@example.org --rol desk', /rol/],
    ['list all', /takes nothing more/],
  ]
  it.each(bad)('"%s" is refused', (line, why) => {
    const command = readCommand(line.split(' ').filter(Boolean))
    expect(command.is).toBe('wrong')
    if (command.is === 'wrong') expect(command.why).toMatch(why)
  })
})

it(
  'gives the first roles, lists and ends them, and says each in one sentence',
  { timeout: 60_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'fingerpost-people-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const run = (line: string, more: string[] = []) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [inRoot('scripts', 'people.ts'), ...line.split(' '), ...more],
        { env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }, encoding: 'utf8' },
      )
      return { status, said: (stdout + stderr).trim() }
    }
    const file = join(dataDir, 'fingerpost.db')
    const store = await openStore(file)
    await store.add([aNew('a'), aNew('b')])
    const group = await store.group('g1')
    await store.close()
    expect(group).not.toBeNull()

    expect(run('list')).toEqual({ status: 0, said: 'Nobody holds a role.' })
    expect(run('add Ann@Example.org --role administrator')).toEqual({
      status: 0,
      said: 'ann@example.org is now administrator. At the first sign-in a second step is set up.',
    })
    expect(run('add ann@example.org --role administrator').said).toBe(
      'ann@example.org is administrator already.',
    )
    expect(run('add ben@example.org --role group --for', [group?.name ?? '']).status).toBe(0)
    expect(run('add ben@example.org --role group --for', ['No such group'])).toEqual({
      status: 1,
      said: 'There is no group "No such group".',
    })
    expect(run('add ben@example.org --role umbrella --for u9')).toMatchObject({ status: 1 })
    expect(
      run('list')
        .said.split('\n')
        .map((line) => line.split('\t').slice(0, 2)),
    ).toEqual([
      ['ann@example.org', 'administrator'],
      ['ben@example.org', 'group for g1'],
    ])
    expect(run('end cat@example.org')).toEqual({ status: 1, said: 'Nobody signs in with cat@example.org.' })
    expect(run('end ben@example.org --role desk')).toEqual({
      status: 1,
      said: 'ben@example.org holds no such role.',
    })
    expect(run('end ben@example.org')).toEqual({
      status: 0,
      said: 'ben@example.org is no longer group for g1.',
    })
    expect(run('add nobody --role desk')).toMatchObject({ status: 2 })

    const after = await openStore(file)
    onTestFinished(() => after.close())
    const record = await after.audit({ limit: 10 })
    expect(record.map(({ did, person }) => [did, person]).sort()).toEqual([
      ['ended-role', null],
      ['gave-role', null],
      ['gave-role', null],
    ])
  },
)
