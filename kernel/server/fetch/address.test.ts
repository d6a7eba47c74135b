import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublic, parseAllowed } from './address.ts'

const inside4 =
  `0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254
  172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9
  224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255`.split(/\s+/)
const outside4 =
  '1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 223.255.255.255'

describe('public addresses', () => {
  test.each(inside4)('%s is not, in no way of writing it', address => {
    const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
    const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
    const embedded = [`::ffff:${address}`, `::ffff:${hex}`, `::${address}`, `::ffff:0:${hex}`, `64:ff9b::${address}`]
    const tunnels = [`64:ff9b::${hex}`, `64:ff9b:1::${hex}`, `2002:${hex}::1`, `2001:0:${hex}::1`]
    expect([address, ...embedded, ...tunnels].filter(isPublic)).toEqual([])
  })

  test.each(outside4.split(' '))('%s is, and through NAT64 too', address => {
    expect(isPublic(address)).toBe(true)
    expect(isPublic(`64:ff9b::${address}`)).toBe(true)
  })

  test.each(
    `:: ::1 fe80::1 fe80::1%eth0 febf::1 fc00::1 fd00:ec2::254 fec0::1 ff02::1 100::1 2001::1 2001:20::1 2001:db8::1 3fff::1
    5f00::1 4000::1 ::ffff:8.8.8.8 2002:808:808::1 localhost 0x7f.1 2130706433 127.1`.split(/\s+/),
  )('%s is not', address => {
    expect(isPublic(address)).toBe(false)
  })

  test.each(['2606:4700::1111', '2001:4860:4860::8888', '2a00:1450::1'])('%s is', address => {
    expect(isPublic(address)).toBe(true)
  })

  test('what is private stays so inside NAT64, whatever the address', () => {
    fc.assert(
      fc.property(fc.ipV4(), address => {
        expect(isPublic(`64:ff9b::${address}`)).toBe(isPublic(address))
      }),
    )
  })
})

describe('what an administrator allows', () => {
  const allowed = parseAllowed(['127.0.0.1:8080', '[::1]:8081', '10.1.0.0/16', 'fd00::7'])
  test.each([
    ['127.0.0.1', 8080, true],
    ['127.0.0.1', 8081, false],
    ['127.0.0.2', 8080, false],
    ['::1', 8081, true],
    ['::1', 80, false],
    ['10.1.2.3', 5, true],
    ['10.2.0.1', 5, false],
    ['fd00::7', 443, true],
    ['fd00::8', 443, false],
  ])('%s port %i: %s', (address, port, expected) => {
    expect(allowed(address, port)).toBe(expected)
  })
  test.each(['localhost:80', 'example.org', '', '127.0.0.1:80:90', '300.1.1.1'])('refuses the entry %j', entry => {
    expect(() => parseAllowed([entry])).toThrow('is no address')
  })
})
