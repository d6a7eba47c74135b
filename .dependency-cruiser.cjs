// Who may import whom (ARCHITECTURE.md). Read by tests/architecture.test.ts, which hands over the sources as
// JavaScript: type imports too, so that a type is no way around a rule.

const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { path: '^(kernel|modules|apps|tests|bench)/', pathNot: to },
})
const pages = '\\.(web|input)\\.jsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-there',
      comment: 'An import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^[.#]' },
    },
    only('schema', { path: '^kernel/schema/' }, '^kernel/schema/', 'The schema imports nothing.'),
    only(
      'fields',
      { path: '^kernel/fields/', pathNot: pages },
      ['^kernel/(schema|fields)/(?!.*\\.(web|input)\\.)'],
      'A field type is pure: it knows the schema and other field types.',
    ),
    only(
      'fields-of-the-page',
      { path: `^kernel/fields/.*${pages}` },
      '^kernel/(schema|fields|web/ui)/',
      'How a field looks is made of the page’s own parts.',
    ),
    only(
      'objects',
      { path: '^kernel/objects/', pathNot: '^kernel/objects/server\\.js$' },
      '^kernel/(schema|fields|objects)/',
      'A declaration is data.',
    ),
    only(
      'server',
      { path: '^kernel/server/' },
      ['^kernel/(schema|objects|server)/', '^kernel/fields/(?!.*\\.(web|input)\\.)'],
      'The kernel’s server knows no page and no module.',
    ),
    only(
      'page',
      { path: '^kernel/web/' },
      ['^kernel/(schema|fields|web)/', '^kernel/objects/letterhead\\.js$'],
      'The kernel’s page knows no server and no module.',
    ),
    only(
      'declarations',
      { path: '^modules/[^/]+/[^/]+\\.js$', pathNot: '/words\\.js$' },
      '^kernel/(schema|fields)/',
      'A declaration names other objects, it does not import them.',
    ),
    only(
      'module-words',
      { path: '^modules/([^/]+)/words(/|\\.js$)' },
      ['^kernel/(schema|server/words)/', '^modules/$1/[^/]+\\.js$'],
      'Words know what they name, and no code.',
    ),
    only(
      'module-server',
      { path: '^modules/([^/]+)/server/' },
      ['^kernel/(schema|fields|objects|server)/', '^modules/$1/', '^modules/[^/]+/[^/]+\\.js$'],
      'A module reacts to another, or asks it; it does not reach into it.',
    ),
    only(
      'module-page',
      { path: '^modules/([^/]+)/web/' },
      ['^kernel/(schema|fields|web)/', '^modules/$1/(?!server/)', '^modules/[^/]+/[^/]+\\.js$'],
      'A module’s page knows no server and no other module’s page.',
    ),
    {
      name: 'apps-are-the-end',
      comment: 'Apps only compose; nobody imports them.',
      severity: 'error',
      from: { pathNot: '^apps/' },
      to: { path: '^(apps|bin|bench|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: { extensions: ['.js', '.jsx'] },
  },
}
