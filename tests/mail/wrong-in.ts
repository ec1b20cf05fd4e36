/** What may not stand in the HTML of a letter. */

/** Tags that the renderer itself writes. */
const OWN_TAG =
  /^<(!doctype html|\/?(html|head|title|body|div|p|ul|li|h2|a)|meta|br)(\s+(lang|charset|name|content|style|href)="[^"<>]*")*>$/

/** Tags and addresses that are none of ours. */
export function wrongIn(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? []
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map((it) => it[1] ?? '')
  return [
    ...tags.filter((tag) => !OWN_TAG.test(tag)),
    ...addresses.filter((it) => !/^https?:\/\//.test(it)),
    ...tags.filter((tag) => /\ssrc=|style="[^"]*(url\(|@import)/i.test(tag)),
  ]
}
