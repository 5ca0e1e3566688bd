import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Attack: a later change reaches for the network, and nobody notices. Each way out has the files that may know it. */
const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');

const LOOPBACK_HOST = /^electron\/hosts\/browser(\.ts|\/[\w-]+\.ts)$/;
const LOOPBACK_PAGE = /^renderer\/bridge\/loopback\.ts$/;
const NOWHERE = /^$/;

const WAYS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['HTTP', /['"](node:)?https?['"]/, LOOPBACK_HOST],
  ['a socket', /['"](node:)?(net|tls|dgram|http2|dns)(\/promises)?['"]/, NOWHERE],
  ['fetch', /\bfetch\(/, LOOPBACK_PAGE],
  [
    'another request',
    /\b(XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon)\b/,
    NOWHERE,
  ],
  ['the browser of the officer', /\b(openExternal|openPath|shell\.open\w*)\b/, NOWHERE],
  ['a script from elsewhere', /\b(importScripts|import)\(\s*['"`](https?:|\/\/)/, NOWHERE],
  ['Electron’s own network', /\b(net\.request|autoUpdater|crashReporter)\b/, NOWHERE],
];

const files = ['shared', 'electron', 'renderer'].flatMap((room) =>
  readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|html|css)$/.test(name))
    .map((name) => `${room}/${name.split(path.sep).join('/')}`),
);

test.each(WAYS)('no source file knows %s but those that must', (_, way, allowed) => {
  expect(files.length).toBeGreaterThan(400);
  const found = files.filter((file) =>
    way.test(withoutComments(readFileSync(path.join(ROOT, file), 'utf8'))),
  );
  expect(found.filter((file) => !allowed.test(file))).toEqual([]);
  // A way that nobody may take any more is to be said so.
  if (allowed !== NOWHERE) expect(found).not.toEqual([]);
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
