/** Once for a whole test run: a folder for the tests' own PostgreSQL, which is started only if a test asks for it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresFolder: string
  }
}

export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-pg-'))
  project.provide('postgresFolder', folder)
  return () => stopPostgres(folder)
}
