/** Opens and closes the store named on the command line: a second process for database.test.ts. */
import { openStore } from '../../src/store/open.ts'

const store = await openStore(process.argv[2] ?? '')
await store.close()
