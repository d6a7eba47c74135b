/** The palette and measures of the page's own look; a light or dark one as the reader's system has it. */
export const style = `
:root { color-scheme: light dark;
  --bg: #faf9f7; --panel: #fff; --sunk: #f4f2ef; --line: #e9e6e1; --ink: #1d1c1a; --ink-2: #5f5b55; --accent-ink: #0a5a69; --selected: #eef6f7; --grey-tint: #efede9;
  --green: #2c7a4b; --green-tint: #e4f3ea; --amber: #8a5707; --amber-tint: #fbf0da; --red: #b3372f; --red-tint: #fbe8e6; --blue: #2a5fb0; --blue-tint: #e6eefb; }
@media (prefers-color-scheme: dark) { :root {
  --bg: #161615; --panel: #1c1c1a; --sunk: #222220; --line: #2d2c2a; --ink: #eeece8; --ink-2: #aaa59d; --accent-ink: #7fcbd8; --selected: #1b2b2e; --grey-tint: #2a2927;
  --green: #6fc394; --green-tint: #1b3226; --amber: #dfae5b; --amber-tint: #372b15; --red: #ea8b84; --red-tint: #3c211f; --blue: #88b2f0; --blue-tint: #1c2a41; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 24px; }
body { margin: 0; background: var(--panel); color: var(--ink); font: 14px/22px Inter, system-ui, sans-serif; }
a { color: var(--accent-ink); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent-ink); outline-offset: 2px; border-radius: 4px; }
code, pre { font: 12.5px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
p code, td code, li code { background: var(--grey-tint); border-radius: 4px; padding: 1px 4px; overflow-wrap: anywhere; }
nav.side { position: sticky; top: 0; width: 216px; height: 100vh; overflow-y: auto; flex: none; padding: 24px 12px; background: var(--bg); border-right: 1px solid var(--line); }
nav h2 { font-size: 12px; line-height: 16px; color: var(--ink-2); font-weight: 560; margin: 20px 10px 6px; }
nav a { display: block; padding: 4px 10px; border-radius: 6px; color: var(--ink); font-size: 13px; line-height: 20px; }
nav a:hover { background: var(--grey-tint); text-decoration: none; }
.contents { display: none; }
.page { display: flex; align-items: flex-start; }
main { flex: 1; min-width: 0; padding: 40px 48px 96px; }
section { display: grid; grid-template-columns: minmax(0, 620px) minmax(0, 1fr); gap: 0 56px; padding: 40px 0; border-top: 1px solid var(--line); }
aside { position: sticky; top: 24px; align-self: start; }
h1 { font-size: 26px; line-height: 34px; font-weight: 620; margin: 0 0 8px; letter-spacing: -.01em; }
header { max-width: 620px; padding-bottom: 40px; }
p a { text-decoration: underline; text-underline-offset: 2px; }
h2 { font-size: 20px; line-height: 26px; font-weight: 620; margin: 0 0 8px; }
h3 { font-size: 13px; line-height: 20px; font-weight: 620; margin: 28px 0 4px; }
p { margin: 0 0 12px; color: var(--ink-2); }
ul { padding-left: 18px; color: var(--ink-2); }
table { width: 100%; border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; padding: 9px 12px 9px 0; border-top: 1px solid var(--line); font-weight: 400; color: var(--ink-2); font-size: 13px; line-height: 20px; }
th { width: 42%; color: var(--ink); overflow-wrap: anywhere; }
th code { font-weight: 620; }
.type { display: block; color: var(--ink-2); font-size: 12px; line-height: 18px; }
.mark { color: var(--amber); font-size: 12px; white-space: nowrap; }
.quiet { color: var(--ink-2); font-size: 12px; white-space: nowrap; }
details.route { border-top: 1px solid var(--line); }
details.route > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 10px; padding: 8px 0; cursor: pointer; list-style: none; }
details.route > summary::-webkit-details-marker { display: none; }
details.route > summary:hover .says { color: var(--accent-ink); }
details.route > div { padding: 0 0 16px; }
.says { font-weight: 500; flex-basis: 100%; }
.verb { font: 600 11px/18px ui-monospace, Menlo, monospace; padding: 0 6px; border-radius: 5px; }
.get { color: var(--blue); background: var(--blue-tint); } .post { color: var(--green); background: var(--green-tint); }
.put, .patch { color: var(--amber); background: var(--amber-tint); } .delete { color: var(--red); background: var(--red-tint); }
.path { overflow-wrap: anywhere; }
figure { margin: 0 0 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--sunk); overflow: hidden; }
figcaption { padding: 7px 14px; font-size: 12px; line-height: 18px; color: var(--ink-2); border-bottom: 1px solid var(--line); }
pre { margin: 0; padding: 12px 14px; overflow-x: auto; max-height: 420px; }
@media (max-width: 1080px) { section { grid-template-columns: minmax(0, 1fr); gap: 24px; } aside { position: static; } }
@media (max-width: 720px) {
  .page { display: block; }
  nav.side { display: none; }
  .contents { display: block; border-bottom: 1px solid var(--line); background: var(--bg); }
  .contents summary { padding: 13px 16px; font-weight: 560; cursor: pointer; }
  .contents nav { padding: 0 6px 12px; } nav a { padding: 10px; }
  main { padding: 24px 16px 64px; } section { padding: 32px 0; }
  tr { display: block; padding: 9px 0; border-top: 1px solid var(--line); } td, th { display: block; width: auto; border: 0; padding: 0; }
}`
