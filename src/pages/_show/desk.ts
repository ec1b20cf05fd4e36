/** What the addresses of the desk say. */
import { WHOSE, type Whose } from '../../desk/queues.ts'

export function whoseOf({ searchParams }: URL): Whose {
  const asked = searchParams.get('whose')
  return WHOSE.find((one) => one === asked) ?? 'all'
}
