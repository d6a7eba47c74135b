export const en = {
  'log.call': 'Log a call',
  'log.outcome': 'What came of it',
  'log.logged': 'Call logged: {outcome}',
  'plan.meeting': 'New meeting',
} as const satisfies Readonly<Record<string, string | readonly [one: string, many: string]>>
