/** The policy is opened for exactly the host that tiles come from. */
import { expect, test } from 'vitest'
import { isTileAddress, tileOrigin } from '../../src/app/tile-address.ts'

const TILE = '{z}/{x}/{y}.png'

test.each([
  [`https://tiles.example.org/${TILE}`, 'https://tiles.example.org'],
  [`http://127.0.0.1:8080/${TILE}`, 'http://127.0.0.1:8080'],
  [`https://Tiles.Example.ORG/${TILE}?key=a,b;c`, 'https://tiles.example.org'],
  [`https://{s}.tiles.example.org/${TILE}`, 'https://*.tiles.example.org'],
  [`https://{s}-tile.example.org:8443/${TILE}`, 'https://*.example.org:8443'],
  [`https://tiles.example.org/{s}/${TILE}`, 'https://tiles.example.org'],
  [`https://tiles.example.org/${TILE}; script-src *`, 'https://tiles.example.org'],
  [`/tiles/${TILE}`, null],
])('%s opens %s', (address, origin) => {
  expect(isTileAddress(address)).toBe(true)
  expect(tileOrigin(address)).toBe(origin)
})
