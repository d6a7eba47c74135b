import { outside } from './transact.ts'

type Hear = (payload: string) => void

/** Who hears which channel. They are called in a turn of their own: never within a query or a transaction. */
export class Hearers {
  readonly #channels = new Map<string, Set<Hear>>()

  get channels(): readonly string[] {
    return [...this.#channels.keys()]
  }

  add(channel: string, hear: Hear) {
    const hearers = this.#channels.get(channel) ?? new Set()
    this.#channels.set(channel, hearers.add(hear))
  }

  /** Answers whether nobody hears the channel any more. */
  remove(channel: string, hear: Hear) {
    const hearers = this.#channels.get(channel)
    hearers?.delete(hear)
    return hearers?.size === 0 && this.#channels.delete(channel)
  }

  tell(channel: string, payload = '') {
    for (const hear of this.#channels.get(channel) ?? []) outside(() => setImmediate(hear, payload))
  }

  tellAll() {
    for (const channel of this.#channels.keys()) this.tell(channel)
  }
}
