/** Wards and districts of the deployment's own boundary files, and the names of towns: what the map is drawn on. */
import type { APIRoute } from 'astro'
import { app } from '../../app/app.ts'
import { readOutline } from '../../places/areas.ts'
import { coarse } from '../../places/coarse.ts'

export const GET: APIRoute = async () => {
  const house = await app()
  const areas = (await house.areas()).map(({ code, name, kind, outline }) => ({
    type: 'Feature',
    properties: { code, name, kind },
    geometry: coarse(readOutline({ outline })),
  }))
  const towns = (await house.towns()).map(({ name, lat, lng }) => ({
    type: 'Feature',
    properties: { name, kind: 'town' },
    geometry: { type: 'Point', coordinates: [lng, lat] },
  }))
  return new Response(JSON.stringify({ type: 'FeatureCollection', features: [...areas, ...towns] }), {
    headers: { 'content-type': 'application/geo+json', 'cache-control': 'public, max-age=300' },
  })
}
