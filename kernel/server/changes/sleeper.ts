/** Between two rounds of a loop. */
export class Sleeper {
  stopped = false
  #woken = false
  #light = false
  #rouse = () => {}

  wake() {
    this.#woken = true
    if (this.#light) this.#rouse()
  }

  stop() {
    this.stopped = true
    this.#rouse()
  }

  /** Until the next wake, or for so long; a wake that came since the last sleep counts. */
  async sleep(milliseconds: number) {
    this.#light = true
    if (!this.#woken) await this.#pause(milliseconds)
    this.#light = false
    this.#woken = false
  }

  /** For so long, whatever wakes: several wakes are answered together. */
  rest(milliseconds: number) {
    return this.#pause(milliseconds)
  }

  #pause(milliseconds: number) {
    if (this.stopped) return Promise.resolve()
    return new Promise<void>(resolve => {
      const timer = setTimeout(resolve, milliseconds)
      this.#rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
