/** `npm run people -- …`: who may do what. Exit 0 done, 1 could not, 2 wrong command line. */
import { randomUUID } from 'node:crypto'
import { readConfig } from '../src/app/config.ts'
import { addRole, endRoles, listRoles } from '../src/people/by-command.ts'
import { readCommand, USAGE } from '../src/people/command.ts'
import { openStore } from '../src/store/open.ts'

const fail = (why: string, code: number): void => {
  process.stderr.write(`${why}\n`)
  process.exitCode = code
}

async function run(): Promise<void> {
  const command = readCommand(process.argv.slice(2))
  if (command.is === 'wrong') return fail(`${command.why}\n${USAGE}`, 2)
  const store = await openStore(readConfig(process.env).databaseUrl)
  const shop = { store, now: () => new Date(), newId: randomUUID }
  try {
    const told =
      command.is === 'add'
        ? await addRole(command, shop)
        : command.is === 'end'
          ? await endRoles(command, shop)
          : await listRoles(shop)
    if (told.ok) process.stdout.write(`${told.words}\n`)
    else fail(told.words, 1)
  } finally {
    await store.close()
  }
}

run().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error), 1))
