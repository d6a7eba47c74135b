import {
  type CheckboxProps,
  type CSSVariablesResolver,
  createTheme,
  type InputProps,
  type InputWrapperProps,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type MultiSelectProps,
  type SelectProps,
  type VariantColorsResolver,
} from '@mantine/core'

// Mantine asks for ten shades; every place that a person sees takes its colour from tokens.css instead.
const petrol: MantineColorsTuple = [
  '#e3f1f3',
  '#c9e3e7',
  '#a3cfd7',
  '#79b8c4',
  '#4fb3c5',
  '#2b8ea0',
  '#0b6b7d',
  '#0a5a69',
  '#084a56',
  '#063943',
]

// What the library greys by itself, in light and in dark, is as warm as the rest.
const [sunk, tint, line, strong, control, third, second, ink] = [
  ...['var(--sunk)', 'var(--grey-tint)', 'var(--line)', 'var(--line-strong)', 'var(--control)'],
  ...['var(--ink-3)', 'var(--ink-2)', 'var(--ink)'],
] as const
const gray: MantineColorsTuple = [sunk, tint, line, strong, control, third, third, second, ink, ink]
const dark: MantineColorsTuple = [ink, second, second, third, strong, tint, sunk, sunk, sunk, ink]

const variants: VariantColorsResolver = ({ variant }) => {
  if (variant === 'filled')
    return {
      background: 'var(--accent)',
      hover: 'var(--accent-hover)',
      color: 'var(--on-accent)',
      border: '1px solid transparent',
    }
  if (variant === 'light')
    return {
      background: 'var(--accent-tint)',
      hover: 'var(--accent-tint)',
      color: 'var(--accent-ink)',
      border: '1px solid transparent',
    }
  if (variant === 'danger')
    return { background: 'var(--red)', hover: 'var(--red)', color: 'var(--panel)', border: '1px solid transparent' }
  if (variant === 'default')
    return {
      background: 'var(--panel)',
      hover: 'var(--sunk)',
      color: 'var(--ink)',
      border: '1px solid var(--line-strong)',
    }
  return { background: 'transparent', hover: 'var(--sunk)', color: 'var(--ink-2)', border: '1px solid transparent' }
}

// By name and not by part: a part that is named here would be sent with the first screen.
const modal: Partial<ModalProps> = {
  radius: 'lg',
  overlayProps: { backgroundOpacity: 0.4 },
  transitionProps: { duration: 120 },
}

export const theme = createTheme({
  fontFamily: "'Inter Variable', 'Inter Meanwhile', ui-sans-serif, system-ui, 'Segoe UI', Roboto, sans-serif",
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '26px' },
  headings: {
    fontWeight: '620',
    sizes: { h1: { fontSize: '20px', lineHeight: '26px' }, h2: { fontSize: '13px', lineHeight: '20px' } },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '12px' },
  defaultRadius: 'sm',
  colors: { petrol, gray, dark },
  primaryColor: 'petrol',
  primaryShade: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver: variants,
  components: {
    Input: { defaultProps: { size: 'sm' } satisfies Partial<InputProps> },
    Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } satisfies CheckboxProps },
    // Controls side by side stand on one line, whatever there is to explain.
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } satisfies InputWrapperProps,
    },
    // The hand is on the first thing to choose, and not on a place that has no name.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } satisfies Partial<MenuProps> },
    Modal: { defaultProps: modal },
    // Whoever comes by on the way through a form is not shown a list that covers it.
    Select: { defaultProps: { openOnFocus: false } satisfies Partial<SelectProps> },
    MultiSelect: { defaultProps: { openOnFocus: false } satisfies Partial<MultiSelectProps> },
  },
})

const ours = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-tint)',
  '--mantine-primary-color-light-color': 'var(--accent-ink)',
  '--mantine-color-disabled': 'var(--sunk)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
}

// Said of each scheme: there the library says its own.
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })
