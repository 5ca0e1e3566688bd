import { message } from '../../../shared/messages/message.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { withoutHiddenMarks } from '../../../shared/text/hidden-marks.ts';
import { escapeXml } from '../../workbook/ooxml/xml-text.ts';
import { waysOut } from '../ways-out.ts';
import { wordRefusalOf } from '../word-refusal.ts';

/** The colours and letters of the window itself (renderer/styles), for a page on which nothing of it runs. */
const STYLE = `
:root { color-scheme: light dark; --ink: #242424; --quiet: #424242; --paper: #fff; --ground: #f5f5f5; --line: #d1d1d1;
  --brand: #0f6cbd; --brand-ink: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #fff; --quiet: #d6d6d6; --paper: #292929; --ground: #1f1f1f;
  --line: #666; --brand: #115ea3; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
  font: 14px/20px "Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif; }
main { box-sizing: border-box; width: min(680px, 100% - 48px); margin: 24px; padding: 24px; background: var(--paper);
  border: 1px solid var(--line); border-radius: 8px; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 32px; font-weight: 600; }
h2 { margin: 24px 0 8px; font-size: 16px; line-height: 22px; font-weight: 600; }
p { margin: 8px 0; }
li { margin: 8px 0; }
ul { margin: 0; padding-left: 20px; }
p, li, code { overflow-wrap: anywhere; }
code { font: 13px/20px Consolas, "Liberation Mono", monospace; background: var(--ground); border-radius: 4px; padding: 2px 6px; }
li > code { display: block; margin-top: 4px; padding: 6px 8px; }
.actions { display: flex; align-items: center; gap: 12px; margin-top: 24px; color: var(--quiet); }
a { padding: 5px 16px; border-radius: 4px; background: var(--brand); color: var(--brand-ink); font-weight: 600;
  text-decoration: none; }
a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
@media (forced-colors: active) { a { border: 1px solid; } }
`;

export interface StartupTrouble {
  readonly refusal: Refusal;
  /** The library's. */
  readonly folder: string;
  /** When it was tried last. */
  readonly at: Date;
}

/**
 * The page of a window whose library does not open: which folder, what happened, the ways out. HTML without scripts, its
 * one style under `nonce`; every text is escaped, for a folder may bear any name.
 */
export function startupPage({ refusal, folder, at }: StartupTrouble, nonce: string): string {
  const { otherFolder, advice } = waysOut(refusal, folder);
  const command = `<code>npm start -- --library "${escapeXml(message('startup.anyFolder'))}"</code>`;
  const ways = [
    escapeXml(message('startup.mended')),
    ...(otherFolder ? [`${escapeXml(message('startup.otherFolder'))}${command}`] : []),
    ...advice.map(escapeXml),
  ];
  const tried = message('startup.tried', { time: at.toLocaleTimeString('vi-VN') });
  return `<!doctype html>
<html lang="vi" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Phụ lục Kinh phí</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeXml(message('startup.title'))}</h1>
<p>${escapeXml(message('startup.folder'))} <code>${escapeXml(withoutHiddenMarks(folder))}</code></p>
<p role="alert">${escapeXml(wordRefusalOf(refusal))}</p>
<h2>${escapeXml(message('startup.ways'))}</h2>
<ul>
${ways.map((way) => `<li>${way}</li>`).join('\n')}
</ul>
<p class="actions"><a href="/" autofocus>${escapeXml(message('startup.retry'))}</a> ${escapeXml(tried)}</p>
</main>
</body>
</html>
`;
}
