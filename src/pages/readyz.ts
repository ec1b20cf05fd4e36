import type { APIRoute } from 'astro'
import { app } from '../app/app.ts'

export const GET: APIRoute = async () => {
  try {
    const state = await (await app()).ready()
    return new Response(JSON.stringify(state), {
      status: state.ready ? 200 : 503,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return new Response(JSON.stringify({ ready: false, degraded: [why] }), {
      status: 503,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    })
  }
}
