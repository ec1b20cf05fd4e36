/** Typed arrays that grow. */

type Column = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array

/** The same values with room for `length`, the rest zero. */
export function grownColumn<C extends Column>(column: C, length: number): C {
  const Same = column.constructor as new (length: number) => C
  const more = new Same(Math.max(length, column.length))
  more.set(column)
  return more
}
