/**
 * What one search asks of a server: each question once, and what is asked at the same moment in one request. A question
 * that finds little is looked at from several sides, which often want the same count, and wait for nobody else's answer.
 */
import type { Answered, Question, Send } from './send.ts'

type Waiting = { question: Question; answered(answer: Answered): void; failed(error: unknown): void }

/** For one search: what was answered is remembered for as long as it lasts. */
export function askedOnce(send: Send): Send {
  const known = new Map<string, Promise<Answered>>()
  let waiting: Waiting[] = []
  const together = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    try {
      const answers = await send(batch.map(({ question }) => question))
      batch.forEach(({ answered, failed }, at) => {
        const answer = answers[at]
        if (answer) answered(answer)
        else failed(new RangeError('a question has no answer'))
      })
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }
  const ask = (question: Question): Promise<Answered> =>
    new Promise((answered, failed) => {
      if (waiting.length === 0) setImmediate(() => void together())
      waiting.push({ question, answered, failed })
    })
  return (questions) =>
    Promise.all(
      questions.map((question) => {
        const key = JSON.stringify(question)
        const answer = known.get(key) ?? ask(question)
        known.set(key, answer)
        return answer
      }),
    )
}
