// The registry: the one list of objects. What they do beyond their declaration is listed in modules/server.ts.

import {
  currencyRate,
  customField,
  dashboard,
  role,
  roleGrant,
  roleMask,
  tag,
  team,
  user,
  view,
} from '#kernel/objects/index.ts'
import { company } from './crm/company.ts'
import { contact, contactEmail, contactPhone } from './crm/contact.ts'
import { employment } from './crm/employment.ts'
import { dealLine, priceList, product, productPrice, quoteLine } from './sales/catalogue.ts'
import { competitor } from './sales/competitor.ts'
import { deal } from './sales/deal.ts'
import { lostReason, pipeline, stage } from './sales/pipeline.ts'
import { quote } from './sales/quote.ts'
import { attachedFile } from './work/attached-file.ts'
import { call } from './work/call.ts'
import { note } from './work/note.ts'
import { meeting, task } from './work/planned.ts'

export const objects = {
  user,
  team,
  role,
  role_grant: roleGrant,
  role_mask: roleMask,
  tag,
  custom_field: customField,
  currency_rate: currencyRate,
  view,
  dashboard,
  contact,
  company,
  contact_email: contactEmail,
  contact_phone: contactPhone,
  employment,
  deal,
  pipeline,
  stage,
  lost_reason: lostReason,
  competitor,
  product,
  price_list: priceList,
  product_price: productPrice,
  deal_line: dealLine,
  quote,
  quote_line: quoteLine,
  note,
  task,
  call,
  meeting,
  attached_file: attachedFile,
}
export type Objects = typeof objects
