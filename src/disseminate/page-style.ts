/** The look of the SITREP's page: system fonts, both colour schemes, tables that become cards on a phone, and print. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#56616f;--line:#d8dee6;--paper:#fff;--wash:#f4f6f9;--link:#0b5394;--yes:#1c6b4a;--no:#a12d2d;--unsure:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ink:#e4e8ee;--soft:#9aa6b4;--line:#323b47;--paper:#12171d;--wash:#1a2129;--link:#7db8ee;--yes:#6fcf9f;--no:#f08a8a;--unsure:#e3b65c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Georgia,"Source Serif 4","Times New Roman",serif}
main,footer{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem}
h1,h2,h3,dt,dd,th,.tlp,.kind,.stance,.origins,.aside,.where,.cite,footer{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 1rem}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
h3{font-size:1.02rem;margin:1.4rem 0 .2rem}
.kind{margin:.8rem 0 0;color:var(--soft);font-size:.8rem;letter-spacing:.08em;text-transform:uppercase}
.tlp{display:inline-block;margin:0;padding:.15rem .6rem;background:#000;font-weight:700;font-size:.85rem}
.tlp-red{color:#ff2b2b}.tlp-amber,.tlp-amber-strict{color:#ffc000}.tlp-green{color:#33ff00}.tlp-clear{color:#fff}
dl{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:0}
dl div{min-width:7rem}
dt{color:var(--soft);font-size:.75rem}
dd{margin:0;font-size:.95rem}
ul{padding-left:1.2rem}
li{margin:.35rem 0;overflow-wrap:anywhere}
#bottom-line li{margin:.7rem 0;font-size:1.08rem}
.aside,.origins{color:var(--soft);font-size:.88rem;margin:.2rem 0}
.origins strong{color:var(--ink)}
.statements{list-style:none;padding:0}
.statements li{padding-left:.9rem;border-left:3px solid var(--line)}
.stance{font-size:.72rem;font-weight:600;text-transform:uppercase;letter-spacing:.04em;color:var(--yes)}
.stance.denies,.stance.doubts{color:var(--no)}
.stance.cannotConfirm,.stance.corrects{color:var(--unsure)}
table{width:100%;border-collapse:collapse;font-size:.88rem;font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
th,td{padding:.4rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft);font-size:.75rem;font-weight:600}
.n{text-align:right;font-variant-numeric:tabular-nums}
a{color:var(--link)}
.cite{font-size:.78rem;text-decoration:none;margin-left:.1rem}
.cite:hover,.cite:focus-visible{text-decoration:underline}
.citations{font-size:.9rem}
.citations li:target{background:var(--wash);outline:2px solid var(--link);outline-offset:3px}
.where{display:block;color:var(--soft);font-size:.75rem}
footer{color:var(--soft);font-size:.8rem;border-top:1px solid var(--line)}
@media (max-width:44rem){thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}table,tbody,tr,td{display:block;width:100%}tr{padding:.5rem 0;border-bottom:2px solid var(--line)}td{display:grid;grid-template-columns:7rem 1fr;gap:.5rem;border:0;padding:.15rem 0}td::before{content:attr(data-head);color:var(--soft);font-size:.75rem}.n{text-align:left}h1{font-size:1.5rem}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--wash:#fff;--link:#000}main,footer{max-width:none;padding:0}h2,h3{break-after:avoid}tr,li,article{break-inside:avoid}.tlp{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`
