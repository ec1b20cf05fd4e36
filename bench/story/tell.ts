/** The story as it is told, in Markdown. */
export type Tell = {
  day: (day: string, title: string) => void
  says: (text: string) => void
  /** What the directory shows of one listing. */
  shows: (name: string, text: string) => void
  whole: () => string
}

export function teller(print: (line: string) => void): Tell {
  const lines: string[] = []
  const line = (text: string): void => {
    lines.push(text)
    print(text)
  }
  return {
    day: (day, title) => line(`\n### ${day}. ${title}\n`),
    says: (text) => line(`- ${text.trim().replace(/\s*\n\s*/g, ' ')}`),
    shows: (name, text) => line(`- **${name}**: ${text.trim().replace(/\s*\n\s*/g, ' ')}`),
    whole: () => `${lines.join('\n').trim()}\n`,
  }
}
