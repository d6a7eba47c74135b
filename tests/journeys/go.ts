import type { Page } from 'playwright-core'

interface Routed {
  readonly __TSR_ROUTER__: { navigate(to: { readonly href: string }): Promise<void> }
}

/** To another screen as a link leads there: the page stays loaded. */
export const go = (page: Page, path: string) =>
  page.evaluate(async href => {
    await (self as unknown as Routed).__TSR_ROUTER__.navigate({ href })
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  }, path)
