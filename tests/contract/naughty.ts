// What nobody should send, and somebody will.

const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

export const naughtyTexts: readonly string[] = [
  '', ' ', '\r\n\t', '\u0000', 'a\u0000b', '\ud800', 'x\udfff', 'a'.repeat(256), 'ﷺ'.repeat(255), '\u{1F600}'.repeat(255), 'é'.repeat(2049), 'x'.repeat(25_000),
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>', "'; drop table contacts; --", '{{constructor.constructor("x")()}}', '${7*7}',
  '%00', '%s%n', '../../etc/passwd', '\u202Eevil', 'zero\u200bwidth', '\uFEFFbom', '👩‍👩‍👧‍👦', 'İı', 'Ω≈ç√∫', 'مرحبا', '\u0301\u0301', '\u0085\u2028\u2029', 'a\u0308',
  'NaN', 'Infinity', 'null', 'undefined', 'true', '1e309', '0x10', '-0', '９', '1,5', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '{"a":1}', '[]',
  'http://[::1]/', 'http://user:pass@example.com/', 'javascript:alert(1)', 'data:text/html,x', 'https://example.com/\u0000', '//example.com', 'a@b', 'a@b..c', 'ä@ö.ü', `${'a'.repeat(65)}@example.com`,
  '+1', '+999999999999999', '112', '2026-02-30', '0000-01-01', '10000-01-01', '2026-13-01T00:00:00Z', '9999-12-31T23:59:59-14:00', '2026-01-01T24:00:00Z', '0001-01-01T00:00:00+15:00',
  '00000000-0000-0000-0000-000000000000', '01890000-0000-7000-8000-000000000000',
]

export const naughtyOthers: readonly unknown[] = [
  0, -0, 1, -1, 1.5, 1e21, -1e21, 1e308, 2 ** 53, -(2 ** 53), 0.1 + 0.2, 1e-10, true, false, null, [], [[]], [null], [1], ['x'], {}, { a: 1 }, { length: 1 }, { toString: 'x' }, { amount: '1' },
  { amount: '1e5', currency: 'USD' }, { amount: '99999999999999999999', currency: 'USD' }, { amount: '99999999999999.9999', currency: 'USD' }, { amount: '-0.00', currency: 'USD' },
  { amount: 1, currency: 'XXX' }, { amount: '-1', currency: 'usd' }, { amount: '1.23456', currency: 'USD' }, { amount: '١', currency: 'USD' }, { amount: '1', currency: 'USD', more: 1 }, { amount: null, currency: null },
  { id: 1 }, { id: 'x' }, [{ id: 'x' }], [{ id: '01890000-0000-7000-8000-000000000000' }], [{ id: '01890000-0000-7000-8000-000000000000', role: '__proto__' }],
  [{ object: 'contact', id: '01890000-0000-7000-8000-000000000000' }], [{ object: 'constructor', id: '01890000-0000-7000-8000-000000000000' }], Array.from({ length: 501 }, () => '01890000-0000-7000-8000-000000000000'),
  deep(200), { is: 1 }, { gt: null },
]

/** Bodies that are no object of fields, or barely one: as text, because JSON.stringify would not write them. */
export const naughtyBodies: readonly string[] = [
  'null', '1', '"x"', 'true', '[]', '[null]', '[[]]', '[{}]', '{', '', '{"a":}', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"a":1e999}', '{"\\u0000":1}', '{"\\ud800":1}', '{"a":1,"a":2}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`, `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, `{"${'k'.repeat(100_000)}":1}`, `{${Array.from({ length: 5000 }, (_, at) => `"f${at}":1`).join()}}`,
]
