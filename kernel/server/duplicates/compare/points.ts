// Addresses by which somebody is reached, as those write them who mean the same.

import { jaroWinkler } from './jaro-winkler.ts'

/** Who has an address there need not have met. */
const free = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.fr live.com msn.com yahoo.com yahoo.fr yahoo.co.uk
icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at web.de t-online.de freenet.de orange.fr wanadoo.fr
free.fr sfr.fr laposte.net proton.me protonmail.com mail.ru yandex.ru qq.com 163.com libero.it wp.pl o2.pl
interia.pl seznam.cz bluewin.ch`.split(/\s/),
)

/** Lower case, without what is behind a plus; at Google also without dots. */
export function readEmail(text: string): string | undefined {
  const [local = '', domain = ''] = text.trim().toLowerCase().split('@')
  if (!local || !domain) return undefined
  const plain = local.replace(/\+.*$/, '') || local
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${plain}@${domain}`
  return `${plain.replaceAll('.', '')}@gmail.com`
}

export function likeEmails(a: string, b: string): number {
  if (a === b) return 1
  const [[one = '', here = ''], [other = '', there = '']] = [a.split('@'), b.split('@')]
  if (here === there) return one.length > 3 && jaroWinkler(one, other) >= 0.94 ? 0.8 : 0
  if (one === other && one.length > 5) return free.has(here) || free.has(there) ? 0.5 : 0.6
  return jaroWinkler(here, there) > 0.95 && one === other ? 0.9 : 0
}

/** The last digits: with and without the country it is one number. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/\D/g, '')
  return digits.length < 6 ? undefined : digits.slice(-9)
}

export function likePhones(a: string, b: string): number {
  if (a === b) return 1
  if (a.length !== b.length || a.length < 8) return 0
  const apart = [...a].filter((digit, at) => digit !== b[at]).length
  const isSwapped = apart === 2 && [...a].sort().join('') === [...b].sort().join('')
  return apart === 1 || isSwapped ? 0.6 : 0
}

/** Of an address, a link or a domain; nothing for a domain that everybody uses. */
export function readDomain(text: string): string | undefined {
  const domain = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/, '')
  return domain.includes('.') && !free.has(domain) ? domain : undefined
}
