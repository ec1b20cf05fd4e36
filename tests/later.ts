/**
 * Loaded before a program (`node --import`): its clock shows another time, LATER_MS milliseconds after the machine's.
 * Nothing in the program has to know of it.
 */
const later = Number(process.env['LATER_MS'] ?? 0)
const Machine = Date

globalThis.Date = new Proxy(Machine, {
  construct: (_, given: unknown[], as: new () => Date) =>
    Reflect.construct(Machine, given.length === 0 ? [Machine.now() + later] : given, as) as Date,
  apply: () => new Machine(Machine.now() + later).toString(),
  get: (of, name) => (name === 'now' ? () => Machine.now() + later : Reflect.get(of, name)),
})
