import { choice, flag, longText, number, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'

/** A field that an administrator adds to an object while Rapport runs: a real column, the same as a built-in one. */
export const customField = defineObject('custom_field', {
  label: ['Custom field', 'Custom fields'],
  about: 'Fields of your own, the same as those that Rapport brings: in lists, forms, filters, imports and the API.',
  plural: 'custom_fields',
  icon: 'forms',
  area: 'administration',
  title: 'label',
  owned: false,
  fields: {
    object: text({ required: true, max: 64, index: true, help: 'The name of the object, such as contact.' }),
    name: text({
      required: true,
      max: 48,
      help: 'Begins with c_, then lower-case letters, digits and _: its name in the API for good.',
    }),
    label: text({ required: true, max: 80 }),
    type: choice(
      {
        text: 'Text',
        long_text: 'Long text',
        email: 'E-mail',
        phone: 'Telephone',
        url: 'Web address',
        number: 'Number',
        percent: 'Percent',
        money: 'Money',
        date: 'Date',
        moment: 'Date and time',
        flag: 'Yes or no',
        choice: 'Choice',
        choices: 'Several choices',
        ref: 'Link to a record',
      },
      { required: true },
    ),
    options: longText({ max: 8000, help: 'For choices: one a line, as key: label.' }),
    target: text({ max: 64, help: 'For a link: the object it leads to.' }),
    decimals: number({ min: 0, max: 9, help: 'For a number.' }),
    help: text({ max: 200 }),
    required: flag(),
    mask: choice({ personal: 'Personal', financial: 'Financial' }),
    place: number({ required: true, default: 0 }),
    hidden: flag({ help: 'Keeps the values, shows the field to nobody.' }),
  },
  list: ['object', 'label', 'name', 'type', 'hidden'],
})
