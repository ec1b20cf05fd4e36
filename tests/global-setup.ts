/** Once for a whole test run: where its files are, databases with all tables, and the tests' own PostgreSQL, made only if a test asks. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dropTemplate } from './postgres.ts'
import { stopPostgres } from './postgres-server.ts'
import { temporaryFolder } from './temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresFolder: string
  }
}

export function setup(project: TestProject): () => Promise<void> {
  const tidy = temporaryFolder()
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-pg-'))
  project.provide('postgresFolder', folder)
  return async () => {
    await dropTemplate(folder)
    await stopPostgres(folder)
    tidy()
  }
}
