/** A listing for machines that read pages: schema.org, only what the page itself shows. */
import type { Listing, Place } from '../../listings/listing.ts'

type Shown = {
  listing: Listing
  group: { name: string; website: string | null } | null
  address: string | null
}

/** JSON-LD as text that is safe inside a script element: "<" is written as \u003c, so that no value can end it. */
export function jsonLd({ listing, group, address }: Shown): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Service',
    name: listing.name,
    description: listing.summary ?? listing.description,
    url: address ?? undefined,
    isAccessibleForFree: listing.cost?.kind === 'free' ? true : undefined,
    provider:
      group === null
        ? undefined
        : { '@type': 'Organization', name: group.name, url: group.website ?? undefined },
    areaServed: listing.catchment?.kind === 'areas' ? listing.catchment.names : undefined,
    availableLanguage: listing.languages.length > 0 ? listing.languages : undefined,
    availableChannel: channels(listing),
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function channels({ phone, website, places }: Listing): object[] | undefined {
  const reached = {
    servicePhone: phone && { '@type': 'ContactPoint', telephone: phone.number },
    serviceUrl: website,
  }
  const seen = places.filter((place) => place.masked !== true)
  if (seen.length === 0 && phone === undefined && website === undefined) return undefined
  const located = seen.map((place) => ({
    '@type': 'ServiceChannel',
    ...reached,
    serviceLocation: location(place),
  }))
  return located.length > 0 ? located : [{ '@type': 'ServiceChannel', ...reached }]
}

/** A door only where the point is one: what is about a postcode or an area is no place on a map. */
function location({ name, address, town, postcode, point, precision }: Place): object {
  const exact = point !== undefined && precision === 'exact'
  return {
    '@type': 'Place',
    name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: address,
      addressLocality: town,
      postalCode: postcode,
      addressCountry: 'GB',
    },
    geo: exact ? { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lng } : undefined,
  }
}
