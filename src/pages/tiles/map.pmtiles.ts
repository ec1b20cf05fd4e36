/** The deployment's own archive of map tiles, piece by piece. */
import type { APIRoute } from 'astro'
import { app } from '../../app/app.ts'

export const GET: APIRoute = async ({ request }) => (await app()).tilePiece(request.headers.get('range'))
