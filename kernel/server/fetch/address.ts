// Which addresses of the internet a request of ours may reach: never this computer, its network,
// or what a provider answers about the machine itself.
import { BlockList, isIP } from 'node:net'

const closed4 = [
  '0.0.0.0/8', // this network, unspecified
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by a carrier
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // metadata of a provider, at a public address
  '169.254.0.0/16', // link-local, metadata
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // relays of 6to4
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
]
// Beyond these nothing is global unicast: loopback, private, link-local, multicast, mapped and compatible fall out.
const open6 = ['2000::/3', '64:ff9b::/96']
const closed6 = [
  '2001::/23', // Teredo, ORCHID and other protocol assignments
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '3fff::/20', // documentation
]

const closed = new BlockList()
const open = new BlockList()
for (const range of open6) addRange(open, range)
for (const range of [...closed4, ...closed6]) addRange(closed, range)
for (const range of closed4) addRange(closed, throughNat64(range))

export function isPublic(address: string) {
  const family = familyOf(address)
  if (!family || closed.check(address, family)) return false
  return family === 'ipv4' || open.check(address, family)
}

/** Exceptions by an administrator: an address or a range, with or without a port. */
export type Allowed = (address: string, port: number) => boolean

/** `127.0.0.1:8080`, `[::1]:8080`, `10.0.0.7`, `10.0.0.0/8`. */
export function parseAllowed(entries: readonly string[]): Allowed {
  const parsed = entries.map(parseEntry)
  return (address, port) => {
    const family = familyOf(address)
    return !!family && parsed.some(entry => entry.ranges.check(address, family) && (entry.port ?? port) === port)
  }
}

function parseEntry(entry: string) {
  const [, v6, v4, port] = /^(?:\[([\da-f:]+)\]|([\d.]+)):(\d{1,5})$/i.exec(entry) ?? []
  const ranges = new BlockList()
  addRange(ranges, v6 ?? v4 ?? entry)
  return { ranges, port: port === undefined ? undefined : Number(port) }
}

function addRange(list: BlockList, range: string) {
  const [address = '', bits] = range.split('/')
  const family = familyOf(address)
  if (!family) throw new Error(`"${range}" is no address: give one such as 10.0.0.7, 10.0.0.0/8 or [::1]:8080`)
  if (bits === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(bits), family)
}

function throughNat64(range: string) {
  const [address, bits] = range.split('/')
  return `64:ff9b::${address}/${96 + Number(bits)}`
}

function familyOf(address: string) {
  const version = isIP(address)
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined
}
