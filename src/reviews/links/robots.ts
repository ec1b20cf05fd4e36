/** What a site lets programs read: robots.txt by RFC 9309. */

/** The name by which sites can speak of us in their robots.txt. */
export const ROBOT = 'fingerpost'

type Rule = { allow: boolean; path: string }

/** Whether a path ("/a?b") may be read. The group that names us counts, else the one for all; the longest rule wins. */
export function mayRead(robots: string, path: string, robot: string = ROBOT): boolean {
  if (path === '/robots.txt') return true
  let best: Rule = { allow: true, path: '' }
  for (const rule of rulesFor(robots, robot)) {
    if (!fits(rule.path, path)) continue
    const longer = rule.path.length - best.path.length
    if (longer > 0 || (longer === 0 && rule.allow)) best = rule
  }
  return best.allow
}

function rulesFor(robots: string, robot: string): Rule[] {
  const groups: { names: string[]; rules: Rule[] }[] = []
  let open = false
  for (const line of robots.split(/\r\n?|\n/)) {
    const read = /^\s*([a-z-]+)\s*:\s*(.*?)\s*$/i.exec(line.replace(/#.*$/, ''))
    const [name, value = ''] = [read?.[1]?.toLowerCase(), read?.[2]]
    if (name === 'user-agent') {
      // Several names above the same rules are one group.
      if (!open) groups.push({ names: [], rules: [] })
      groups.at(-1)?.names.push(value.toLowerCase())
      open = true
    } else if (name === 'allow' || name === 'disallow') {
      open = false
      if (value !== '') groups.at(-1)?.rules.push({ allow: name === 'allow', path: value })
    }
  }
  const named = (name: string) => groups.filter(({ names }) => names.includes(name))
  const ours = named(robot)
  return (ours.length > 0 ? ours : named('*')).flatMap(({ rules }) => rules)
}

/** "*" is anything, "$" at its end is the end. Walks along: a site's text never becomes a regular expression. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$')
  const pieces = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    if (toEnd && index > 0 && index === pieces.length - 1)
      return path.length - piece.length >= at && path.endsWith(piece)
    const found = index === 0 ? (path.startsWith(piece) ? 0 : -1) : path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return !toEnd || at === path.length
}
