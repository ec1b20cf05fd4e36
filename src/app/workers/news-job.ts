/** Once a week everybody with saved searches hears what changed in them. */
import { tellNews } from '../../workers/tell-news.ts'
import type { House } from '../house.ts'
import { searchingIn } from './doors.ts'

export async function searchNews(house: House): Promise<void> {
  await tellNews(searchingIn(house))
}
