/** The report's looks: one column, quiet, readable on paper and without colours (outcomes are always in words, too). */
export const AUDIT_STYLE = `
:root { --ink: #1d2430; --pale: #5d6778; --line: #d5dae2; --ground: #fff; --shade: #f4f6f9;
  --met: #2e7d5b; --late: #b3342b; --overdue: #7d1f4f; --running: #5b7aa8; --doubt: #c79a2b; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 68rem; color: var(--ink); background: var(--ground);
  font: 15px/1.45 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .2rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; } p { margin: .3rem 0; max-width: 60rem; } a { color: inherit; }
.pale, td .pale { color: var(--pale); } .nav { margin: .8rem 0; } .nav a { margin-right: 1rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; padding: 0; list-style: none; }
.numbers li { border: 1px solid var(--line); border-left-width: 4px; padding: .4rem .8rem; min-width: 8rem; }
.numbers b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; font-size: .93em; }
th, td { text-align: left; vertical-align: top; padding: .3rem .55rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; border-bottom: 1.5px solid var(--ink); overflow-wrap: normal; } thead { display: table-header-group; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td.bar { width: 160px; } td:has(+ td.bar) { min-width: 11rem; }
tr:target, li:target, div:target { background: #fff6d8; outline: 2px solid var(--doubt); }
.key { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 .9em; vertical-align: -1px; border: 1px solid #0003; }
svg { display: block; max-width: 100%; } svg text { font: 11px system-ui, "DejaVu Sans", sans-serif; fill: var(--ink); }
rect.met, .key.met { fill: var(--met); background: var(--met); } rect.late, .key.late { fill: var(--late); background: var(--late); }
rect.overdue, .key.overdue { fill: var(--overdue); background: var(--overdue); } rect.running, .key.running { fill: var(--running); background: var(--running); }
rect.cannot-be-told, .key.cannot-be-told { fill: var(--doubt); background: var(--doubt); }
rect.ground { fill: var(--shade); } rect.open, .key.open { fill: #b9dfcb; background: #b9dfcb; } rect.off, .key.off { fill: #c9ced8; background: #c9ced8; }
rect.suspended, .key.suspended { fill: #e2c26c; background: #e2c26c; fill-opacity: .8; } .mark, .axis { stroke: var(--ink); stroke-width: 1.2; }
.chart, .timeline { width: 640px; } svg.bar { width: 150px; max-width: none; } .tick { stroke: var(--pale); } svg text.day { font-size: 9px; fill: var(--pale); }
.trend { stroke-width: 1.6; fill: none; } .trend.now { stroke: var(--met); } .trend.then { stroke: var(--pale); stroke-dasharray: 4 3; } circle.trend.now { fill: var(--met); } circle.trend.then { fill: var(--pale); stroke-dasharray: none; }
.key.now { background: var(--met); } .key.then { background: var(--pale); } td.became.worse { color: var(--late); font-weight: 600; } td.became.better { color: var(--met); font-weight: 600; } code { overflow-wrap: anywhere; font-size: .85em; }
.key.ground { background: var(--shade); } .behind p { font-size: .9em; } blockquote { margin: .2rem 0; padding-left: .7rem; border-left: 3px solid var(--line); color: var(--pale); }
.worst { break-inside: avoid; margin: 1rem 0 1.4rem; } .method { break-before: page; }
@media (max-width: 40rem) { table.wide { display: block; overflow-x: auto; } }
@media (max-width: 40rem) { svg.bar { width: 120px; } }
@media print { svg.bar { width: 110px; } td.bar { width: 120px; } td:has(+ td.bar) { min-width: 9rem; } @page { margin: 14mm 12mm; } body { max-width: none; padding: 0; font-size: 10.5pt; } .nav { display: none; } a { text-decoration: none; }
  tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; } rect, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
