type Hear = (payload: string) => void

/** Who hears which channel: each in a turn of its own, never within the query that brought the news. */
export class Hearers {
  readonly #channels = new Map<string, Set<Hear>>()
  readonly #report: (error: Error) => void

  constructor(report: (error: Error) => void) {
    this.#report = report
  }

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
    for (const hear of this.#channels.get(channel) ?? []) setImmediate(() => this.#tellOne(hear, payload))
  }

  tellAll() {
    for (const channel of this.#channels.keys()) this.tell(channel)
  }

  #tellOne(hear: Hear, payload: string) {
    try {
      hear(payload)
    } catch (error) {
      this.#report(error instanceof Error ? error : new Error(String(error)))
    }
  }
}
