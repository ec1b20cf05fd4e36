/** What script adds to pages that work without it. Each part looks for its own mark on the page. */
import { backToResults, copyAddress, printPage, takeFocus } from './small.ts'
import { asThePageSays } from './come-back.ts'
import { leaveQuickly } from './leave.ts'
import { nearMe } from './near.ts'
import { offerWords } from './suggest.ts'
import { whenSeen } from './when-seen.ts'

leaveQuickly()
takeFocus()
backToResults()
printPage()
copyAddress()
asThePageSays()
nearMe()
offerWords()
whenSeen()
