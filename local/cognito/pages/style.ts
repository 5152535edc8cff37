/** Colours have a contrast of at least 4.5 to 1 for text, and 3 to 1 for the borders of fields (WCAG 2.2). */
export const style = `
:root{color-scheme:light dark;--ground:#f4f5f7;--card:#fff;--text:#16181d;--quiet:#565d6b;--line:#7b8290;--rule:#d9dce3;
--accent:#1d4ed8;--on-accent:#fff;--bad:#b91c1c;--note:#92400e;--note-ground:#fef3c7}
@media (prefers-color-scheme:dark){:root{--ground:#101216;--card:#1a1d24;--text:#e8eaf0;--quiet:#a3aab8;--line:#8b93a3;
--rule:#323743;--accent:#93b4ff;--on-accent:#0b1220;--bad:#fca5a5;--note:#fcd34d;--note-ground:#2b2413}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:26rem;margin:clamp(0rem,8vh,5rem) auto;padding:1.5rem;background:var(--card);overflow-wrap:anywhere}
@media (min-width:28rem){main{border:1px solid var(--rule);border-radius:.75rem;padding:2rem}}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:0 0 1rem}
form{display:grid;gap:1rem;margin:0 0 1rem}
label{font-weight:600}
.field{display:grid;gap:.25rem}
.hint{color:var(--quiet);font-size:.9rem;margin:0}
input:not([type=checkbox]):not([type=radio]){width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--line);
border-radius:.4rem;background:var(--card);color:inherit;font:inherit}
input[type=checkbox],input[type=radio]{width:1.15rem;height:1.15rem;margin:0;accent-color:var(--accent)}
.option{display:flex;align-items:center;gap:.6rem;min-height:2rem}
.option label{font-weight:400}
fieldset{display:grid;gap:.5rem;min-width:0;margin:0;padding:0;border:0}
legend{padding:0 0 .25rem;font-weight:600}
button,.button{display:block;width:100%;min-height:2.75rem;padding:.6rem 1rem;border:1px solid var(--line);border-radius:.4rem;
background:var(--card);color:inherit;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button.first{border-color:transparent;background:var(--accent);color:var(--on-accent)}
button.person{text-align:start}
.person .hint{display:block;font-weight:400}
button:hover,.button:hover{border-color:var(--accent)}
a{color:var(--accent)}
.button{color:inherit}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.problem{padding:.6rem .8rem;border-left:4px solid var(--bad);color:var(--bad);font-weight:600}
.stands-in{padding:.6rem .8rem;border:1px solid var(--note);border-radius:.4rem;background:var(--note-ground);color:var(--note)}
.providers{display:grid;gap:.6rem;margin:0 0 1rem;padding:0;list-style:none}
.links{display:grid;gap:.35rem;margin:1rem 0 0;padding:0;list-style:none}
.links a{display:inline-block;padding:.15rem 0}
code{font-family:ui-monospace,Menlo,Consolas,monospace}
.qr{display:block;width:12rem;max-width:100%;margin:0 auto 1rem;background:#fff;padding:.5rem;border-radius:.4rem}
hr{border:0;border-top:1px solid var(--rule);margin:1.5rem 0}
`;
