import { letterhead } from '../../objects/letterhead.ts'
import { defineSetting } from './setting.ts'

export const letterheadAddress = defineSetting('letterhead_address', letterhead.letterhead_address, null)
export const letterheadLogo = defineSetting('letterhead_logo', letterhead.letterhead_logo, null)
export const letterheadFoot = defineSetting('letterhead_foot', letterhead.letterhead_foot, null)

export const letterheadSettings = [letterheadAddress, letterheadFoot, letterheadLogo] as const
