/** A bar on a terminal; nothing where nobody watches. */

const WIDTH = 30

export function progressBar(stream: NodeJS.WriteStream): {
  show: (done: number, of: number) => void
  end: () => void
} {
  if (!stream.isTTY) return { show() {}, end() {} }
  let last = -1
  return {
    show(done, of) {
      const percent = of > 0 ? Math.min(100, Math.floor((done / of) * 100)) : 0
      if (percent === last) return
      last = percent
      const full = Math.round((percent / 100) * WIDTH)
      stream.write(`\r[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${percent} %`)
    },
    end: () => void (last >= 0 && stream.write(`\r${' '.repeat(WIDTH + 10)}\r`)),
  }
}
