/** The same file as the icon of the tab. */
export const Logo = ({ size }: { readonly size: number }) => <img src="/icon.svg" width={size} height={size} alt="" />
