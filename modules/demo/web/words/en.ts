export const en = {
  'sample.title': 'Look around first?',
  'sample.hint':
    'A made-up company with a year of people, deals, quotes and tasks. It is marked as sample, and goes again with one click.',
  'sample.fill': 'Fill in sample data',
  'sample.filling': 'Sample data is being filled in, day by day. You can look around meanwhile.',
  'sample.there': 'You are looking at sample data.',
  'sample.remove': 'Remove it',
  'sample.remove.title': 'Remove the sample data?',
  'sample.remove.hint': 'It goes for good. What you made yourself stays, and what it uses stays with it.',
  'sample.removing': 'The sample data is being removed.',
}
