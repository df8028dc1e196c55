/** How the preview's additions look, whatever the theme says: nothing of the page's style reaches into them. */
export const overlayStyle = `#tx-portal-problems, #tx-portal-problems *, #tx-portal-show, .tx-portal-ribbon, .tx-portal-ribbon *, .tx-portal-news, .tx-portal-strip, .tx-portal-strip * { all: revert; box-sizing: border-box; }
#tx-portal-problems, #tx-portal-show, .tx-portal-ribbon, .tx-portal-news, .tx-portal-strip, .tx-portal-page {
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1d1d1f;
}
#tx-portal-problems, #tx-portal-show, .tx-portal-ribbon, .tx-portal-news, .tx-portal-strip { position: fixed; z-index: 2147483647; background: #fff; }
#tx-portal-problems {
  inset: auto 0 0 0; margin: 0 auto; max-width: 60rem; max-height: 70vh; overflow: auto; overscroll-behavior: contain;
  padding: 1rem 1.25rem; border-top: 6px solid #b3131b; box-shadow: 0 0 2rem rgb(0 0 0 / .45); text-align: left;
}
#tx-portal-problems[hidden], #tx-portal-show[hidden] { display: none; }
#tx-portal-problems:focus { outline: none; }
#tx-portal-problems :focus-visible, #tx-portal-show:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
#tx-portal-hide { float: right; margin: 0 0 .5rem 1rem; }
#tx-portal-hide, #tx-portal-show {
  min-height: 2.75rem; padding: .25rem 1rem; font: inherit; font-weight: 600; color: #fff; background: #b3131b;
  border: 2px solid #fff; border-radius: .3rem; cursor: pointer;
}
#tx-portal-show { right: 1rem; top: 1rem; }
#tx-portal-title { margin: 0 0 .25rem; font-size: 1.25rem; }
#tx-portal-problems p, .tx-portal-page p { margin: .25rem 0; overflow-wrap: anywhere; }
#tx-portal-problems ol, .tx-portal-page ol { margin: .75rem 0; padding: 0; list-style: none; }
#tx-portal-problems li, .tx-portal-page li { margin: 0 0 1rem; padding: .75rem 0 0; border-top: 1px solid #c8c8cc; }
#tx-portal-problems pre, .tx-portal-page pre {
  margin: .4rem 0; padding: .5rem .75rem; overflow-x: auto; white-space: pre; background: #f3f3f5; border-radius: .3rem;
  font: 15px/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; tab-size: 4;
}
#tx-portal-problems .tx-portal-paste, .tx-portal-page .tx-portal-paste { white-space: pre-wrap; overflow-wrap: anywhere; background: #eaf5ea; }
#tx-portal-problems strong, .tx-portal-page strong { color: #b3131b; }
#tx-portal-problems mark, .tx-portal-page mark { color: inherit; background: #ffd9d6; text-decoration: underline wavy #b3131b; }
.tx-portal-ribbon {
  left: 1rem; bottom: 1rem; max-width: calc(100vw - 2rem); margin: 0; padding: .4rem .9rem; font-weight: 600;
  color: #1d1d1f; background: #ffe08a; border: 2px solid #7a5a00; border-radius: .3rem;
}
div.tx-portal-ribbon { display: flex; align-items: start; gap: .5rem; padding: 0 0 0 .6rem; font-size: 15px; }
div.tx-portal-ribbon[hidden] { display: none; }
.tx-portal-ribbon details { flex: 1; min-width: 0; }
.tx-portal-ribbon summary { padding: .4rem 0; cursor: pointer; overflow-wrap: anywhere; }
.tx-portal-ribbon details:not([open]) summary { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.tx-portal-whole summary { list-style: none; cursor: auto; }
.tx-portal-whole summary::-webkit-details-marker { display: none; }
.tx-portal-ribbon [open] span + span { display: block; }
.tx-portal-ribbon button { min-height: 2.25rem; padding: 0 .75rem; font: inherit; color: inherit; background: none; border: 0; text-decoration: underline; cursor: pointer; }
/* The theme says of a draft what the ribbon says: once is enough, and readers never see that. */
body:has(.tx-portal-ribbon) .state-preview { display: none; }
.tx-portal-strip {
  z-index: 2147483646; right: 1rem; bottom: 1rem; max-width: min(28rem, calc(100vw - 2rem)); max-height: 60vh; overflow: auto;
  padding: .3rem .8rem; border: 2px solid #5f6368; border-radius: .3rem; background: #fff;
}
/* Above the ribbon, which on a phone is as wide as the page, and behind it once that is open. */
body:has(div.tx-portal-ribbon:not([hidden])) .tx-portal-strip { bottom: 4.25rem; }
.tx-portal-warns { border-color: #7a5a00; background: #fff8e0; }
.tx-portal-strip:not([open]) { padding: 0 .6rem; font-size: 14px; }
.tx-portal-strip a { display: inline-block; padding: .2rem 0; color: #0b3d91; }
.tx-portal-strip summary { min-height: 1.75rem; line-height: 1.75rem; font-weight: 600; cursor: pointer; }
.tx-portal-strip ul { margin: .25rem 0; padding-left: 1.25rem; }
.tx-portal-strip li { margin: .25rem 0; overflow-wrap: anywhere; }
.tx-portal-strip p { margin: .25rem 0; }
.tx-portal-strip .tx-portal-paste {
  margin: .25rem 0; padding: .3rem .5rem; white-space: pre-wrap; overflow-wrap: anywhere; background: #eaf5ea; border-radius: .3rem;
  font: 14px/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; tab-size: 4;
}
.tx-portal-lost { margin: 1rem 0; padding: .75rem 1rem; border: 2px solid #b3131b; border-radius: .3rem; }
.tx-portal-lost h2 { margin: 0; font-size: 1.1rem; }
.tx-portal-page .qr { width: 12rem; height: auto; }
p.tx-portal-news {
  right: 1rem; bottom: 7.25rem; max-width: calc(100vw - 2rem); margin: 0; padding: .4rem .9rem;
  background: #eaf1fb; border: 2px solid #0b3d91; border-radius: .3rem;
}
/* Errors come first: the way to another page waits behind them, until they are mended or hidden. */
body:has(#tx-portal-problems:not([hidden])) p.tx-portal-news { display: none; }
p.tx-portal-news a { color: #0b3d91; }
p.tx-portal-news button { min-height: 2rem; padding: 0 .75rem; font: inherit; cursor: pointer; }
.tx-portal-page { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem; background: #fff; }
.tx-portal-page table { border-collapse: collapse; }
.tx-portal-page :is(th, td) { padding: .3rem .6rem; border-bottom: 1px solid #c8c8cc; text-align: left; vertical-align: top; }
.tx-portal-page small { font-size: .85rem; }
.tx-portal-page td { overflow-wrap: anywhere; }
.tx-portal-list-of-all :is(td:first-child, td:last-child a) { white-space: nowrap; overflow-wrap: normal; }
.tx-portal-list-of-all td:last-child a { display: block; width: fit-content; }
.tx-portal-list-of-all td:last-child span { display: none; }
.tx-portal-list-of-all td:nth-child(4) { overflow-wrap: break-word; }
.tx-portal-list-of-all td:nth-child(5) { min-width: 6.5rem; overflow-wrap: normal; }
.tx-portal-page:has(.tx-portal-list-of-all, .tx-portal-frame) { max-width: 90rem; }
.tx-portal-top { display: flex; gap: 1.5rem; align-items: start; }
.tx-portal-top > div { flex: 1; min-width: 0; }
.tx-portal-code { flex: 0 1 16rem; margin: 0; font-size: .9rem; text-align: center; overflow-wrap: anywhere; }
/* Whoever looks at it on a phone has found the way. */
@media (max-width: 40rem) { .tx-portal-code { display: none; } }
.tx-portal-form { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid #c8c8cc; border-radius: .3rem; }
.tx-portal-form h2 { margin: 0; font-size: 1.1rem; }
.tx-portal-form label { display: inline-block; margin: .25rem 1rem .25rem 0; }
.tx-portal-form :is(input, select, button) { min-height: 2.25rem; max-width: 100%; font: inherit; }
.tx-portal-form [type=checkbox] { min-height: 0; width: 1.25rem; height: 1.25rem; vertical-align: text-bottom; }
.tx-portal-form button { padding: 0 1rem; cursor: pointer; }
.tx-portal-page .tx-portal-form strong, .tx-portal-page td strong { color: inherit; }
.tx-portal-frame { display: block; max-width: 100%; border: 2px solid #5f6368; border-radius: .3rem; background: #fff; }
.tx-portal-frame[src$=print] { padding: 2rem; }
@media (max-width: 60rem) {
  .tx-portal-list-of-all, .tx-portal-list-of-all :is(tbody, tr, td) { display: block; }
  .tx-portal-list-of-all thead { display: none; }
  .tx-portal-list-of-all tr { padding: .5rem 0; border-bottom: 2px solid #c8c8cc; }
  .tx-portal-list-of-all td { padding: .1rem 0; border: 0; }
  .tx-portal-list-of-all td:empty { display: none; }
  .tx-portal-list-of-all td::before { content: attr(data-name) ": "; color: #5f6368; }
}
.tx-portal-page h1 { font-size: 1.35rem; line-height: 1.3; }
.tx-portal-page h2 { font-size: 1.1rem; }
@media print { #tx-portal-problems, #tx-portal-show, .tx-portal-ribbon, .tx-portal-news, .tx-portal-strip { display: none; } }
`
