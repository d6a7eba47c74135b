import {
  IconAlertTriangle, IconArrowDown, IconArrowLeft, IconArrowUp, IconBell, IconBuilding, IconCalendar, IconCheck, IconCheckbox,
  IconChevronDown, IconCircle, IconDeviceDesktop, IconDots, IconEyeOff, IconFile, IconFlag, IconForms, IconGitBranch, IconHeartHandshake, IconKey,
  IconLogout, IconMail, IconMenu2, IconMoodSad, IconMoon, IconNote, IconPencil, IconPhone, IconPlus, IconSearch, IconSend, IconShield,
  IconSun, IconTag, IconTrash, IconUser, IconUserCircle, IconUsersGroup, IconWifiOff, IconX, type TablerIcon,
} from '@tabler/icons-react'

// By name, one by one: the whole set would be megabytes.
const icons = {
  alert: IconAlertTriangle, 'arrow-down': IconArrowDown, 'arrow-left': IconArrowLeft, 'arrow-up': IconArrowUp, bell: IconBell,
  building: IconBuilding, calendar: IconCalendar, check: IconCheck, checkbox: IconCheckbox, 'chevron-down': IconChevronDown,
  desktop: IconDeviceDesktop, dots: IconDots, 'eye-off': IconEyeOff, file: IconFile, flag: IconFlag, forms: IconForms, IconForms, 'git-branch': IconGitBranch,
  handshake: IconHeartHandshake, key: IconKey, logout: IconLogout, mail: IconMail, menu: IconMenu2, 'mood-sad': IconMoodSad,
  moon: IconMoon, note: IconNote, pencil: IconPencil, phone: IconPhone, plus: IconPlus, search: IconSearch, send: IconSend,
  shield: IconShield, sun: IconSun, tag: IconTag, trash: IconTrash, user: IconUser, 'user-circle': IconUserCircle,
  'users-group': IconUsersGroup, offline: IconWifiOff, x: IconX,
} as const satisfies Record<string, TablerIcon>

export type IconName = keyof typeof icons

/** Decoration: what it means is said in words beside it, or by the label of its button. */
export function Icon({ name, size = 16 }: { readonly name: string; readonly size?: number }) {
  const Drawn = Object.hasOwn(icons, name) ? icons[name as IconName] : IconCircle
  return <Drawn size={size} stroke={1.75} aria-hidden />
}
