/** Runs one of the project's tools with our own Node, on any system: no shell, no PATH. */
import { spawn } from 'node:child_process'
import { inRoot, ROOT } from '../src/app/root.ts'

/** Exit code of a tool in node_modules, by its file; 1 where it was ended by a signal. */
export function runTool(file: string[], args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [inRoot('node_modules', ...file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

export const TOOLS = {
  astro: ['astro', 'bin', 'astro.mjs'],
  tsc: ['typescript', 'bin', 'tsc'],
  vitest: ['vitest', 'vitest.mjs'],
  playwright: ['@playwright', 'test', 'cli.js'],
  prettier: ['prettier', 'bin', 'prettier.cjs'],
}
