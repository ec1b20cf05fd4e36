/**
 * What every page behind a sign-in answers to everybody, written by hand. "own" is a listing of group g1 in M33.
 *
 * nobody: not signed in. plain: without a role. keeper, other: of g1, of g2. worker, w-out: a link worker in M33, in M41.
 * body, b-not: of an umbrella body that g1 accepted, of one that only asked. desk, d-out: in M33, in M41. d-1, a-1: of the
 * desk, an administrator, each without a second factor.
 *
 * in: led to the sign-in. go: led on, it is done. none: led on, and nothing was done. Numbers: the status; 403 and below
 * 500 with nothing done.
 */
export const LOOKING = `
                                 nobody plain keeper other worker w-out body b-not desk d-out d-1 admin a-1
/account                         in     200   200    200   200    200   200  200   200  200   200 200   200
/groups                          200    200   200    200   200    200   200  200   200  200   200 200   200
/groups/listing/own              in     403   200    403   200    403   200  403   200  403   403 200   403
/groups/listing/own/done         in     403   200    403   200    403   200  403   200  403   403 200   403
/groups/listing/own/edit         in     403   200    403   403    403   200  403   200  403   403 200   403
/groups/listing/own/edit/contact in     403   200    403   403    403   200  403   200  403   403 200   403
/groups/listing/own/edit/name    in     403   200    403   403    403   200  403   200  403   403 200   403
/groups/listing/own/history      in     403   200    403   403    403   200  403   200  403   403 200   403
/groups/listing/own/preview      in     403   200    403   403    403   200  403   200  403   403 200   403
/groups/listing/own/link-workers in     403   200    403   403    403   200  403   403  403   403 403   403
/groups/listing/far              in     403   403    403   403    200   403  403   403  200   403 200   403
/groups/listing/far/edit         in     403   403    403   403    403   403  403   403  200   403 200   403
/groups/listing/theirs/edit      in     403   403    200   403    403   403  403   200  403   403 200   403
/groups/listing/unknown          in     404   404    404   404    404   404  404   404  404   404 404   404
/groups/add                      in     200   200    200   200    200   200  200   200  200   200 200   200
/groups/add/{draft}              in     404   200    404   404    404   404  404   404  404   404 404   404
/groups/add/{draft}/contact      in     404   200    404   404    404   404  404   404  404   404 404   404
/groups/add/{draft}/check        in     404   200    404   404    404   404  404   404  404   404 404   404
/groups/keep/kettle-own          200    200   200    200   200    200   200  200   200  200   200 200   200
/groups/people/g1                in     403   200    403   403    403   403  403   200  200   403 200   403
/groups/people/g2                in     403   403    200   403    403   403  403   200  200   403 200   403
/groups/people/g1/leave?grant={grant} in 403  200    403   403    403   403  403   200  200   403 200   403
/groups/people/g2/leave?grant={grant} in 403  403    404   403    403   403  403   404  404   403 404   403
/groups/people/unknown           in     403   403    403   403    403   403  403   404  404   403 404   403
/groups/people/left              in     200   200    200   200    200   200  200   200  200   200 200   200
/groups/invitation/{token}       200    200   200    200   200    200   200  200   200  200   200 200   200
/link-workers                    200    200   200    200   200    200   200  200   200  200   200 200   200
/link-workers/listing/own        in     403   403    403   200    403   200  403   200  403   403 200   403
/link-workers/listing/far        in     403   403    403   403    200   403  403   403  200   403 200   403
/link-workers/ring               in     403   403    403   200    200   200  200   200  200   403 200   403
/link-workers/searches           in     403   403    403   200    200   200  200   200  200   403 200   403
/link-workers/unmet              in     403   403    403   200    200   200  200   200  200   403 200   403
/desk                            in     403   403    403   403    403   403  403   200  200   403 200   403
/desk/keeper                     in     403   403    403   403    403   403  403   200  200   403 200   403
/desk/matter/matter1             in     403   403    403   403    403   403  403   200  403   403 200   403
/desk/listing/own                in     403   403    403   403    403   403  403   200  403   403 200   403
/desk/listing/far                in     403   403    403   403    403   403  403   403  200   403 200   403
/desk/listing/unknown            in     403   403    403   403    403   403  403   404  404   403 404   403
/desk/listing/own/sources        in     403   403    403   403    403   403  403   200  403   403 200   403
/desk/listing/far/sources        in     403   403    403   403    403   403  403   403  200   403 200   403
/desk/sources                    in     403   403    403   403    403   403  403   200  200   403 200   403
/desk/sources/none               in     403   403    403   403    403   403  403   404  404   403 404   403
/desk/sources/none/drafts        in     403   403    403   403    403   403  403   404  404   403 404   403
/desk/sources/none/corrections.csv in   403   403    403   403    403   403  403   404  404   403 404   403
/desk/runs/none                  in     403   403    403   403    403   403  403   404  404   403 404   403
/desk/runs/none/undo             in     403   403    403   403    403   403  403   403  403   403 404   403
/desk/notices                    in     403   403    403   403    403   403  403   200  200   403 200   403
/desk/people                     in     403   403    403   403    403   403  403   403  403   403 200   403
/desk/funding                    in     403   403    403   200    200   200  200   200  200   403 200   403
/desk/funding.csv                in     403   403    403   200    200   200  200   200  200   403 200   403
/desk/gaps                       in     403   403    403   200    200   200  200   200  200   403 200   403
/desk/gaps.csv                   in     403   403    403   200    200   200  200   200  200   403 200   403
/desk/quality                    in     403   403    403   200    200   200  200   200  200   403 200   403
/desk/record                     in     403   403    403   403    403   403  403   200  200   403 200   403
/umbrella                        in     403   403    403   403    403   200  200   403  403   403 200   403
/umbrella/groups                 in     403   403    403   403    403   200  200   403  403   403 200   403
/sign-in                         200    go    go     go    go     go    go   go    go   go    go  go    go
/sign-in/code                    200    200   200    200   200    200   200  200   200  200   200 200   200
/sign-in/again                   in     200   200    200   200    200   200  200   200  200   200 200   200
/sign-in/second                  in     200   200    200   200    200   200  200   200  200   200 200   200
/sign-out                        200    200   200    200   200    200   200  200   200  200   200 200   200
/answer/{answer}                 200    200   200    200   200    200   200  200   200  200   200 200   200
/answer/{token}                  404    404   404    404   404    404   404  404   404  404   404 404   404
/groups/invitation/{answer}      404    404   404    404   404    404   404  404   404  404   404 404   404
`

/** The form that is sent stands at the end of the line. Rows are done from top to bottom. */
export const SENDING = `
                                 nobody plain keeper other worker w-out body b-not desk d-out d-1 admin a-1
/groups                          in     403   go     403   go     403   go   403   go   403   403 go    403  listing=own&room=open
/groups/listing/own              in     403   422    403   422    403   422  403   422  403   403 422   403  revision=1
/groups/listing/own              in     403   go     403   go     403   go   403   go   403   403 go    403  right=yes&revision=1
/groups/listing/own/link-workers in     403   go     403   403    403   go   403   403  403   403 403   403  words=Come+by+bus+please.
/link-workers/listing/own        in     403   403    403   go     403   go   403   go   403   403 go    403  do=rang&heard=running&revision=1
/link-workers/listing/own        in     403   403    403   go     403   403  403   go   403   403 go    403  do=note&note=Ring+in+the+morning.&note-until={soon}
/link-workers/listing/own        in     403   403    403   go     403   go   403   go   403   403 go    403  do=point
/link-workers/ring               in     403   403    403   go     403   200  403   200  403   403 200   403  do=take&listing=own
/link-workers/searches           in     403   403    403   go     go    go   go    go   go    403 go    403  name=Kettles&search=what%3Dkettle
/link-workers/unmet              in     403   403    403   go     go    go   go    go   go    403 go    403  need=loneliness&where=M33
/umbrella                        in     403   403    403   403    403   go   422   403  403   403 go    403  listing=own&heard-own=running&revision-own=1
/umbrella                        in     403   403    403   403    403   422  422   403  403   403 go    403  listing=far&heard-far=running&revision-far=1
/umbrella/groups                 in     403   403    403   403    403   go   403   403  403   403 go    403  do=invite&umbrella=u1&group=g2
/umbrella/groups                 in     403   403    403   403    403   go   403   403  403   403 go    403  do=end&umbrella=u1&group=g2
/groups/people/g1                in     403   403    403   403    403   403  403   403  403   403 403   403  do=withdraw&invitation=none
/groups/people/g1                in     403   422    403   403    403   403  403   422  422   403 422   403  do=invite&email=nobody
/groups/people/g1                in     403   go     403   403    403   403  403   go   go    403 go    403  do=invite&email=friend@example.org
/groups/people/g1                in     403   go     403   403    403   403  403   403  403   403 go    403  do=accept&umbrella=u2
/groups/people/g1                in     403   go     403   403    403   403  403   403  403   403 go    403  do=end&umbrella=u2
/groups/people/g1/leave?grant={grant} in 403  422    403   403    403   403  403   422  422   403 422   403  do=leave
/groups/people/g2/leave?grant={grant} in 403  403    404   403    403   403  403   404  404   403 404   403  do=leave&last=1
/groups/invitation/{token}       in     403   403    403   403    403   403  403   403  403   403 403   403  do=join
/groups/keep/kettle-own          in     422   422    422   422    422   422  422   422  422   422 422   422  do=own
/groups/keep/kettle-own          in     422   422    422   422    422   422  422   422  422   422 422   422  do=desk&words=
/groups/keep/kettle-own          in     422   422    422   422    422   422  422   422  422   422 422   422  do=code&code=123456
/groups/add                      in     403   go     403   403    403   go   403   go   go    403 go    403  group=g1
/groups/add                      in     422   422    422   422    422   422  422   422  422   422 422   422  group=new&name=
/groups/add/{draft}/contact      in     404   go     404   404    404   404  404   404  404   404 404   404  phone.number=0161+496+0000
/groups/add/{draft}/check        in     404   422    404   404    404   404  404   404  404   404 404   404  send=1
/groups/add/{draft}              in     404   200    404   404    404   404  404   404  404   404 404   404  nothing=1
/groups/listing/own/edit/contact in     403   go     403   403    403   go   403   go   403   403 go    403  phone.number=0161+496+0000
/groups/listing/own/edit         in     none  go     none  none   none  go   none  go   none  none go   none throw-away=1
/groups/listing/own/preview      in     403   200    403   403    403   200  403   200  403   403 200   403  send=1
/groups/listing/own/history      in     403   422    403   403    403   422  403   422  403   403 422   403  revision=1&seen=1
/desk/matter/matter1             in     403   403    403   403    403   403  403   422  403   403 422   403  decision=refused&reason=&kind=keeper
/desk/matter/matter1             in     none  none   none  none   none  none none  go   none  none go   none take=1
/desk/listing/own/sources        in     403   403    403   403    403   403  403   422  403   403 422   403  revision=1&sources=none
/desk/sources/none               in     403   403    403   403    403   403  403   404  404   403 404   403  do=read
/desk/sources/none/drafts        in     403   403    403   403    403   403  403   404  404   403 404   403  do=publish
/desk/runs/none                  in     403   403    403   403    403   403  403   404  404   403 404   403  do=accept
/desk/runs/none/undo             in     403   403    403   403    403   403  403   403  403   403 404   403  do=undo
/desk/notices                    in     403   403    403   403    403   403  403   go   422   403 go    403  what=paused&areas=M33&until={soon}&words=Snow&switch=1
/desk/people                     in     403   403    403   403    403   403  403   403  403   403 go    403  email=z@example.org&role=link-worker&scope=M33
/desk/people                     in     403   403    403   403    403   403  403   403  403   403 go    403  make=1&name=Another+body
/answer/{token}                  404    404   404    404   404    404   404  404   404  404   404 404   404  right=yes&revision=1
/answer/{answer}                 422    422   422    422   422    422   422  422   422  422   422 422   422  revision=1
/account                         in     none  none   none  none   none  none none  none none  none none none do=end&id=none
/sign-in/second                  in     422   422    422   422    422   422  422   422  422   422 422   422  do=show&code=000000
/sign-in/again                   in     go    go     go    go     go    go   go    go   go    go  go    go   ask=1
`

/** Pages that are everybody's, or that have tests of their own that hold who may. */
export const PUBLIC = [
  '/',
  '/404',
  '/500',
  '/about',
  '/about/quality',
  '/accessibility',
  '/api/bounce',
  '/api/listing/[id]',
  '/api/map',
  '/api/search',
  '/api/suggest',
  '/dev/mail',
  '/dev/mail/[name]',
  '/listing/[slug]',
  '/mail/stop/[token]',
  '/map/areas.json',
  '/map/outline.json',
  '/privacy',
  '/readyz',
  '/report/[slug]',
  '/search',
  '/site.css',
  '/tiles/map.pmtiles',
]
