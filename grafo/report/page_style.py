"""The style sheet of the page: screen and phone, light and dark, and A4 paper."""

from __future__ import annotations

from grafo.report.charts import stylesheet

_LIGHT = """
--paper:#ffffff;--ink:#1b2733;--muted:#56616d;--rule:#dde3e9;--band:#f3f6f8;--accent:#00639c;
--warn-paper:#fff6e0;--warn-ink:#6b4a00;--warn-rule:#c27c00;
"""
_DARK = """
--paper:#14191f;--ink:#e8edf2;--muted:#a8b3be;--rule:#313a44;--band:#1c232b;--accent:#56aee2;
--warn-paper:#2a2313;--warn-ink:#f0d9a8;--warn-rule:#f0b74a;
"""
_SCREEN = """
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;border-top:.4rem solid var(--accent);background:var(--paper);color:var(--ink);
font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.table:focus-visible{outline:3px solid var(--accent);
outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem;top:0;background:var(--paper);padding:.6rem 1rem;z-index:2}
.skip:focus{left:0}
.title{padding:2.6rem 1.5rem 1.8rem;max-width:71rem;margin:0 auto}
.warning{display:inline-block;margin:0 0 1rem;padding:.25rem .9rem;
border:2px solid var(--warn-rule);background:var(--warn-paper);
color:var(--warn-ink);font-weight:700;letter-spacing:.08em}
h1,h2,h3{font-family:Georgia,"Times New Roman","Noto Serif",serif;line-height:1.2;
text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:clamp(1.8rem,4.2vw,2.9rem);font-weight:400;margin:0;max-width:30ch}
.subtitle{font-size:1.15rem;color:var(--muted);margin:.8rem 0 0}
.as-of{font-size:.92rem;color:var(--muted);margin:.4rem 0 0}
.page{max-width:71rem;margin:0 auto;padding:0 1.5rem 4rem;display:grid;
grid-template-columns:minmax(0,13.5rem) minmax(0,50rem);gap:3.5rem}
.contents{font-size:.9rem;line-height:1.4}
.contents h2{font:700 .78rem/1 system-ui,sans-serif;letter-spacing:.1em;text-transform:uppercase;
color:var(--muted);margin:0 0 .8rem}
.contents ol{position:sticky;top:1.5rem;list-style:none;counter-reset:place;margin:0;padding:0;
border-left:1px solid var(--rule)}
.contents li{counter-increment:place}
.contents a{display:flex;gap:.6em;padding:.32rem 0 .32rem 1rem;color:inherit;
text-decoration:none}
.contents a::before{content:counter(place);color:var(--muted);min-width:1.3em;
font-variant-numeric:tabular-nums}
.contents a:hover{color:var(--accent);box-shadow:-1px 0 0 0 var(--accent)}
main{min-width:0}
section{margin-top:3.6rem;scroll-margin-top:1rem}
section>h2{font-size:1.75rem;font-weight:400;margin:0 0 1.2rem;padding-top:1.1rem;
border-top:1px solid var(--rule)}
.place{color:var(--accent);margin-right:.35em}
h3{font-size:1.2rem;font-weight:700;margin:2.4rem 0 .8rem}
p,li,dd,caption{overflow-wrap:anywhere}
td,th{overflow-wrap:break-word}
p{margin:.8rem 0;max-width:70ch}
.limits{background:var(--warn-paper);color:var(--warn-ink);border-left:.35rem solid
var(--warn-rule);padding:1rem 1.3rem;margin:0 0 2rem}
.limits h2{font-size:1.1rem;margin:0 0 .5rem}
.limits ul{margin:0;padding-left:1.1rem}
.findings{list-style:none;margin:0 0 1.4rem;padding:0;max-width:74ch}
.findings li{padding:.5rem 0 .5rem 1.1rem;border-left:3px solid var(--rule);margin:.35rem 0}
.findings li:first-child{border-color:var(--accent);font-size:1.06rem}
.brief{margin:0}
.brief div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:1.2rem;padding:.75rem 0;
border-bottom:1px solid var(--rule)}
.brief div:last-child{border-bottom:0}
.brief dt{font-weight:700}
.brief dt a{color:inherit;text-decoration-color:var(--accent)}
.brief dd{margin:0}
.key-figures{margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));
gap:1px;padding:1px}
.key-figures div{box-shadow:0 0 0 1px var(--rule);padding:1.1rem 1.1rem 1rem;display:flex;
flex-direction:column}
.key-figures dt{order:2;font-weight:600;line-height:1.3}
.key-figures dt a{color:inherit;text-decoration-color:var(--rule)}
.key-figures dd{margin:0}
.key-figures .value{order:1;font:400 2.35rem/1.1 Georgia,"Times New Roman",serif;
color:var(--accent);font-variant-numeric:lining-nums;margin-bottom:.35rem}
.key-figures .of{order:3;font-size:.88rem;color:var(--muted);line-height:1.35;margin-top:.35rem}
figure{margin:1.8rem 0 2rem}
.plot{overflow-x:auto}
.plot svg{display:block}
details{margin:.8rem 0;border:1px solid var(--rule)}
summary{cursor:pointer;padding:.5rem .8rem;font-size:.9rem;color:var(--muted)}
details[open]>summary{border-bottom:1px solid var(--rule)}
details .table{margin:0;padding:0 .8rem}
details caption{display:none}
.table{overflow-x:auto;margin:1.6rem 0 .4rem}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.4;
font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;font-weight:700;padding:0 0 .5rem;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .7rem .42rem 0;
border-bottom:1px solid var(--rule);min-width:4.5ch;max-width:38ch}
thead th{font-weight:600;color:var(--muted);font-size:.8rem;vertical-align:bottom;
border-bottom:2px solid var(--rule);overflow-wrap:normal}
tbody th{font-weight:600;min-width:15ch}
td.number,th.number{text-align:right;white-space:nowrap}
thead th.number{white-space:normal}
tbody tr:hover{background:var(--band)}
.of-what,.notes{font-size:.85rem;color:var(--muted)}
.of-what{margin:.3rem 0 1.4rem}
.notes{padding-left:1.1rem;line-height:1.5;max-width:80ch}
.notes li{margin:.3rem 0}
code{font:.86em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;
background:var(--band);padding:.1em .35em;border-radius:3px}
.repeat{margin:2rem 0 0;padding:.7rem 1rem;background:var(--band);font-size:.88rem}
.repeat p{margin:0 0 .25rem;color:var(--muted)}
.repeat ul{list-style:none;margin:0;padding:0}
.repeat code{padding:0}
"""
_NARROW = """
@media screen and (max-width:60rem){
.page{display:block;padding:0 1.1rem 3rem}
.title{padding:1.8rem 1.1rem 1.2rem}
.contents{margin-bottom:2rem}
.contents ol{position:static;columns:2;border:0}
.contents a{padding:.3rem 0}
.brief div{grid-template-columns:1fr;gap:.15rem}
.plot svg{min-width:35rem}
section>h2{font-size:1.5rem}
}
@media screen and (max-width:26rem){
.key-figures{grid-template-columns:1fr 1fr}
.key-figures div{padding:.8rem}
.key-figures .value{font-size:1.75rem}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
"""
_PRINT = """
@page{size:A4;margin:17mm 16mm 18mm}
@media print{
body{font-size:10pt;line-height:1.45;border:0}
.skip,.contents,details:not([open]){display:none}
.page{display:block;padding:0;max-width:none}
.title{padding:6mm 0 5mm;max-width:none}
h1{font-size:24pt;max-width:none}
section{margin-top:9mm}
section>h2{font-size:16pt}
h2,h3,caption,thead,.repeat p{break-after:avoid}
h3{margin-top:6mm}
figure,.plot,tr,li,dd,.limits,.key-figures,.key-figures div,.brief div,.repeat{break-inside:avoid}
.repeat{break-before:avoid}
thead{display:table-header-group}
.table,.plot{overflow:visible}
.table{margin-top:4mm}
table{font-size:8pt}
th,td{padding:.9mm 2mm .9mm 0}
.key-figures{grid-template-columns:repeat(4,1fr)}
.key-figures div{padding:3mm}
.key-figures .value{font-size:19pt}
.plot svg{width:auto;max-width:100%;max-height:168mm}
a{color:inherit;text-decoration:none}
.warning,.limits,.repeat,code{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""


def page_style() -> str:
    """Return the CSS of the page, that of its charts included."""
    return "\n".join(
        [
            f":root{{{_one_line(_LIGHT)}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{_one_line(_DARK)}}}}}",
            _SCREEN.strip(),
            _NARROW.strip(),
            _PRINT.strip(),
            stylesheet(),
        ]
    )


def _one_line(rules: str) -> str:
    return rules.replace("\n", "")
