type Child = Node | string | null | false
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>

/** An element with what is in it. What comes from a person is only ever text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (typeof value === 'boolean') made.toggleAttribute(key, value)
    else made.setAttribute(key, value)
  }
  made.append(...children.filter(child => child !== null && child !== false))
  return made
}

/** Text with formatting, which the server let through its sieve when it was written. */
export function rich(html: string, name: string) {
  const made = el('div', { class: name })
  made.innerHTML = html
  return made
}
