import { LIBRARY_FILES } from './library-guards.ts';
import { PORTABLE } from './portable-guards.ts';
import { TOLD } from './told-guards.ts';

/**
 * What keeps each attack of the suite out: the guard as it stands in its file, and what would stand there without it.
 * `without-guards.ts` takes one away at a time and demands that its attack is then seen.
 */
export interface Guard {
  /** The file of the test, and a part of its name. */
  readonly test: string;
  readonly attack: string;
  /** Several where one behind the other keeps the same attack out: seen only when all are gone. */
  readonly cuts: readonly Cut[];
}

export interface Cut {
  readonly file: string;
  readonly holds: string;
  readonly without: string;
}

type Row = readonly [attack: string, file: string, holds: string, without: string];

const guardsOf = (test: string, rows: readonly Row[]): Guard[] =>
  rows.map(([attack, file, holds, without]) => ({ test, attack, cuts: [{ file, holds, without }] }));

const READ = 'electron/workbook/read';
const ARCHIVE = 'electron/workbook/zip/read-archive.ts';
const WORDING = 'electron/documents/read-wording.ts';
const HOST = 'electron/hosts/browser';
const SHELL = 'electron/hosts/electron';
const SHEET_TEXT: Cut = {
  file: 'shared/intake/sheet-text.ts',
  holds: 'return withoutHiddenMarks(text)',
  without: 'return text',
};

const FILES: readonly Guard[] = [
  {
    test: 'test/attacks/workbook.test.ts',
    attack: 'is damaged where it claims less than it holds',
    cuts: [
      { file: ARCHIVE, holds: 'if (size > entry.unpacked) throw new DamagedArchive();', without: '' },
      {
        file: ARCHIVE,
        holds: 'if (size !== entry.unpacked || checksum !== entry.checksum) throw new DamagedArchive();\n}',
        without: '}',
      },
    ],
  },
  ...guardsOf('test/attacks/workbook.test.ts', [
    [
      'is refused by what its directory claims',
      ARCHIVE,
      "if (isOver(entry, limits) || total > limits.totalBytes) return refuse('workbook.tooLarge');",
      '',
    ],
    ['is damaged where one path stands twice', ARCHIVE, ' || entries.has(entry.path)', ''],
    [
      'is refused where its cells show one long text a million times',
      `${READ}/read-sheet.ts`,
      "if (this.#textSize > MOST_TEXT) throw new Unreadable('workbook.tooLarge');",
      '',
    ],
    [
      'by columns beyond every sheet',
      `${READ}/read-sheet.ts`,
      "if (!(first >= 1 && this.#columnsStated <= MOST_COLUMNS)) throw new Unreadable('workbook.damaged');",
      '',
    ],
    [
      'by rows and columns that no sheet has',
      `${READ}/read-sheet.ts`,
      "if (!(this.#row >= 1 && this.#row <= MOST_ROWS)) throw new Unreadable('workbook.damaged');",
      '',
    ],
    [
      'by merging whole columns again and again',
      'shared/intake/foreign/sheet-view.ts',
      'this.#merges = sheet.merges;',
      'this.#merges = sheet.merges; for (const one of sheet.merges) for (let row = one.top; row <= Math.min(one.bottom, lastRow); row++) this.#mergesOfRow.set(row, [...(this.#mergesOfRow.get(row) ?? []), one]);',
    ],
    ['which expand without end', `${READ}/xml.ts`, "throw new Unreadable('workbook.entities');", ''],
    [
      'do not become marks that hide or command',
      `${READ}/runs-text.ts`,
      'return withoutHiddenMarks(decoded);',
      'return decoded;',
    ],
  ]),
  ...guardsOf('test/attacks/word.test.ts', [
    [
      'by elements in each other without end',
      WORDING,
      'return error instanceof TypeError || error instanceof ReferenceError;',
      'return error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;',
    ],
    [
      'by a list of the two-thousand-millionth level',
      'electron/documents/read-word.ts',
      'Number.isInteger(level) && level >= 0 && level <= DEEPEST_LEVEL ? level : 0',
      'level',
    ],
    [
      'by entities of elsewhere behind a long comment',
      WORDING,
      'DECLARATION.test(xml)',
      'DECLARATION.test(xml.slice(0, 4_000))',
    ],
    [
      'by entities of elsewhere in a part by another name',
      WORDING,
      'if (!opensAsXml(part)) continue;',
      "if (!path.endsWith('.xml')) continue;",
    ],
    [
      'by entities of elsewhere in the relations',
      WORDING,
      'if (!opensAsXml(part)) continue;',
      "if (!path.endsWith('.xml')) continue;",
    ],
    ['by parts that unpack to more than they claim', WORDING, 'ratio: 300', 'ratio: 1e9'],
    ['a text that turns its own order around', WORDING, 'text: withoutHiddenMarks(text),', 'text,'],
  ]),
  ...guardsOf('test/attacks/plan-file.test.ts', [
    [
      'keys of every object’s prototype',
      'shared/plan/schema.ts',
      'export const planSchema: z.ZodType<Plan> = z.strictObject({',
      'export const planSchema: z.ZodType<Plan> = z.looseObject({',
    ],
    [
      'rows below each other without end',
      'shared/intake/structure-fault.ts',
      'return open.length <= deepest;',
      'return true;',
    ],
    [
      'texts that hide a mark',
      'shared/plan/atoms-schema.ts',
      'z.string().overwrite(withoutHiddenMarks).max(LONGEST_TEXT)',
      'z.string().max(LONGEST_TEXT)',
    ],
  ]),
  ...guardsOf('test/attacks/names-of-files.test.ts', [
    ['etc/passwd', 'electron/file-name.ts', ".replaceAll(/[\\p{Cc}\\p{Cf}<>:\"/\\\\|?*]+/gu, ' ')", ''],
    ['the title "CON"', 'electron/file-name.ts', 'DEVICE.test(short)', 'false'],
    ['the title ".bashrc"', 'electron/file-name.ts', "plain.replace(/^[. ]+/, '')", 'plain'],
    [
      'the title "🏠',
      'electron/file-name.ts',
      'Buffer.byteLength(name + letter) > MOST_BYTES ? name : name + letter',
      'name + letter',
    ],
  ]),
];

const CALLS: readonly Guard[] = [
  ...guardsOf('test/attacks/calls.test.ts', [
    [
      'createPlan with any wrong value',
      'shared/api/planner.ts',
      'const input = z.safeDecode(inputOf(method), payload);',
      'const input = { success: true as boolean, data: payload, error: new z.ZodError([]) };',
    ],
    ['the method “__proto__”', 'shared/api/planner.ts', 'Object.hasOwn(contract, name)', 'name in contract'],
    [
      'keys that no method has',
      'shared/api/contract.ts',
      'const nothing = z.strictObject({});',
      'const nothing = z.looseObject({});',
    ],
  ]),
  ...guardsOf('test/attacks/clipboard.test.ts', [
    [
      'by its letters',
      'shared/intake/block/read-text.ts',
      "if (text.length > CHARACTER_LIMIT) return refuse('block.tooLong', { limit: CHARACTER_LIMIT });",
      '',
    ],
    [
      'by its cells',
      'shared/intake/block/read-text.ts',
      "if (cells > CELL_LIMIT) return refuse('block.tooManyCells', { limit: CELL_LIMIT });",
      '',
    ],
    [
      'cells under our own name',
      'shared/sheet/own-block.ts',
      'const written = z.strictObject({',
      'const written = z.looseObject({',
    ],
  ]),
  {
    test: 'test/attacks/clipboard.test.ts',
    attack: 'a pasted text leaves behind what nobody sees',
    cuts: [SHEET_TEXT],
  },
];

const WAYS_OUT: readonly Guard[] = [
  ...guardsOf('test/attacks/ways-out.test.ts', [
    [
      'is text on the pages of the preview',
      'shared/print/page-html.ts',
      '.replaceAll(/[&<>"\']/g, (sign) => ENTITIES[sign] ?? sign)',
      '',
    ],
    [
      'is text in every part of a .xlsx',
      'electron/workbook/ooxml/xml-text.ts',
      ".replaceAll('<', '&lt;')",
      '',
    ],
    ['is text in every part of a .docx', 'electron/documents/word-xml.ts', ".replaceAll('<', '&lt;')", ''],
    ['is text on the clipboard’s table', 'shared/sheet/copied-html.ts', ".replaceAll('<', '&lt;')", ''],
    [
      'begins no field of a CSV as a formula',
      'electron/documents/form-csv.ts',
      'FORMULA.test(text)',
      'false',
    ],
    [
      'does nothing of it in what is said of it',
      'shared/messages/message.ts',
      'withoutHiddenMarks(String(params[name]))',
      'String(params[name])',
    ],
    [
      'does nothing of it in the columns of a terminal',
      'electron/hosts/cli/columns.ts',
      'line.map(withoutHiddenMarks)',
      'line',
    ],
    [
      'does nothing of it on printed pages',
      'shared/print/page-html.ts',
      'return withoutHiddenMarks(text).replaceAll',
      'return text.replaceAll',
    ],
    [
      'does nothing of it on printed pages',
      'electron/documents/form-csv.ts',
      'const text = withoutHiddenMarks(given);',
      'const text = given;',
    ],
    [
      'a text as long as a plan takes',
      'electron/workbook/write/text-too-long.ts',
      'return text.length > LONGEST_CELL_TEXT && sheetText(text).length > LONGEST_CELL_TEXT;',
      'return false;',
    ],
  ]),
  {
    test: 'test/attacks/ways-out.test.ts',
    attack: 'does nothing of it on printed pages',
    cuts: [SHEET_TEXT],
  },
  {
    test: 'test/attacks/window.test.ts',
    attack: 'is text in the print preview',
    cuts: [
      {
        file: 'shared/print/page-html.ts',
        holds: '.replaceAll(/[&<>"\']/g, (sign) => ENTITIES[sign] ?? sign)',
        without: '',
      },
    ],
  },
  {
    test: 'test/attacks/window.test.ts',
    attack: 'brings its texts: nothing of its HTML',
    cuts: [
      {
        file: 'renderer/grid/number-hints.ts',
        holds: ".replaceAll(HANDLER, 'data-$&')",
        without: '',
      },
    ],
  },
  {
    test: 'test/attacks/window.test.ts',
    attack: 'a typed or pasted name leaves behind',
    cuts: [
      {
        file: 'renderer/grid/cell-input.ts',
        holds: "withoutHiddenMarks(this.element.value.normalize('NFC'))",
        without: "this.element.value.normalize('NFC')",
      },
    ],
  },
];

const LOOPBACK: readonly Guard[] = [
  ...guardsOf('test/attacks/loopback.test.ts', [
    [
      'finds no token among a browser’s arguments',
      'electron/hosts/start/browser-window.ts',
      'const door = writeDoor(profile, url);',
      'const door = url;',
    ],
    [
      'finds no token among a browser’s arguments',
      'electron/hosts/start/door.ts',
      'mode: 0o600',
      'mode: 0o644',
    ],
    ['comes too late with a token', `${HOST}/admission.ts`, ' || this.#now() - made > TOKEN_LIFE', ''],
    ['comes too late with a token', `${HOST}/admission.ts`, 'this.#tokens.delete(token);', ''],
    ['who waits at the door’s place', 'electron/hosts/start/door.ts', "flag: 'wx'", "flag: 'w'"],
    [
      'gets none',
      `${HOST}/reply-to.ts`,
      "if (request.method !== 'POST') return plain(405, { allow: 'POST' });",
      '',
    ],
    ['with a body shorter than it says', `${HOST}/patience.ts`, 'requestTimeout: patience.request,', ''],
    ['with headers that are too long', `${HOST}/patience.ts`, 'maxHeaderSize: patience.headerBytes,', ''],
    [
      'with more connections than a window has',
      `${HOST}/patience.ts`,
      'server.maxConnections = patience.connections;',
      '',
    ],
    [
      'whose call is refused is not listened to',
      `${HOST}/reply.ts`,
      "response.req.complete ? {} : { connection: 'close' }",
      '{}',
    ],
  ]),
  {
    test: 'test/attacks/loopback.test.ts',
    attack: 'with headers that never end',
    cuts: [
      { file: `${HOST}/patience.ts`, holds: 'headersTimeout: patience.headers,', without: '' },
      { file: `${HOST}/patience.ts`, holds: 'requestTimeout: patience.request,', without: '' },
    ],
  },
  {
    test: 'test/attacks/loopback.test.ts',
    attack: 'reads nothing, changes nothing, frames nothing',
    cuts: [
      {
        file: `${HOST}/reply-to.ts`,
        holds: 'if (!isOurCall(headers, host.address) || !host.admission.admits(headers)) {',
        without: 'if (headers.host === undefined) {',
      },
      {
        file: `${HOST}/reply-to.ts`,
        holds: "if (headers['content-type'] !== 'application/json') {",
        without: 'if (headers.host === undefined) {',
      },
    ],
  },
  ...guardsOf('test/electron/hosts/browser.test.ts', [
    [
      'by a name of its own for 127.0.0.1',
      `${HOST}/origin.ts`,
      'return headers.host === address;',
      'return headers.host !== undefined;',
    ],
    [
      'without the address that the window was given',
      `${HOST}/admission.ts`,
      "name === this.#cookie && sameText(value ?? '', this.#secret)",
      'name === this.#cookie && value !== undefined',
    ],
    [
      'from a page of another site',
      `${HOST}/origin.ts`,
      "return site === undefined || site === 'same-origin' || site === 'none';",
      'return true;',
    ],
    ['by a body longer than it was said to be', `${HOST}/body.ts`, 'if (size > largest) return null;', ''],
    [
      'by a body that would fill the memory',
      `${HOST}/body.ts`,
      "if (Number(request.headers['content-length'] ?? 0) > largest) return null;",
      '',
    ],
  ]),
];

const PROGRAM: readonly Guard[] = [
  ...guardsOf('test/attacks/network/window.test.ts', [
    [
      'the browser of the window reaches no name',
      'electron/hosts/offline-browser.ts',
      '`--proxy-server=',
      '`--no-such-switch=',
    ],
    ['a day at the sheet asks', 'electron/hosts/offline-browser.ts', 'AutofillServerCommunication,', ''],
  ]),
  ...guardsOf('test/electron/hosts/electron/web-preferences.test.ts', [
    ['the page is a sandboxed web page', `${SHELL}/web-preferences.ts`, 'sandbox: true', 'sandbox: false'],
    ['the pages of a print', `${SHELL}/web-preferences.ts`, 'javascript: false', 'javascript: true'],
  ]),
  ...guardsOf('test/electron/hosts/electron/deny-navigation.test.ts', [
    [
      'cannot be led elsewhere',
      `${SHELL}/deny-navigation.ts`,
      'if (event.url !== PAGE_URL) event.preventDefault();',
      '',
    ],
    ['may show a frame of its own', `${SHELL}/deny-navigation.ts`, 'event.isMainFrame !== false || ', ''],
  ]),
  ...guardsOf('test/electron/hosts/electron/deny-windows.test.ts', [
    ['opens no window', `${SHELL}/deny-windows.ts`, "action: 'deny'", "action: 'allow'"],
  ]),
  ...guardsOf('test/electron/hosts/electron/deny-webviews.test.ts', [
    ['embeds no other page', `${SHELL}/deny-webviews.ts`, 'event.preventDefault()', 'event'],
  ]),
  ...guardsOf('test/electron/hosts/electron/deny-permissions.test.ts', [
    ['gets no permission', `${SHELL}/deny-permissions.ts`, 'answer(permission === GRANTED)', 'answer(true)'],
  ]),
  ...guardsOf('test/electron/hosts/electron/deny-network.test.ts', [
    ['reaches nothing on a network', `${SHELL}/deny-network.ts`, 'cancel: !allowed', 'cancel: false'],
  ]),
  ...guardsOf('test/electron/hosts/electron/deny-downloads.test.ts', [
    ['nothing of a page is downloaded', `${SHELL}/deny-downloads.ts`, 'event.preventDefault()', 'event'],
  ]),
  ...guardsOf('test/electron/hosts/electron/every-page.test.ts', [
    ['a page that nobody thought of', `${SHELL}/every-page.ts`, 'denyNavigation(contents);', ''],
  ]),
  ...guardsOf('test/electron/hosts/electron/sender.test.ts', [
    ['a message is heard from our page alone', `${SHELL}/sender.ts`, ' && senderFrame.parent === null', ''],
  ]),
  ...guardsOf('test/electron/hosts/electron/scheme.test.ts', [
    ['is told from every look-alike', `${SHELL}/scheme.ts`, ' && host === HOST', ''],
  ]),
  ...guardsOf('test/electron/hosts/electron/shell.test.ts', [
    [
      'is not heard from another page or a frame',
      `${SHELL}/calls.ts`,
      "if (!isFromOurPage(event)) return refuse('api.forbidden');",
      '',
    ],
    ['save where the officer chose', `${SHELL}/dialogs.ts`, 'path.basename(asked.name)', 'asked.name'],
  ]),
  ...guardsOf('test/electron/pack/fuses.test.ts', [
    ['every fuse hardened', 'build/electron-builder.json', '"runAsNode": false', '"runAsNode": true'],
  ]),
];

export const GUARDS: readonly Guard[] = [
  ...FILES,
  ...CALLS,
  ...WAYS_OUT,
  ...LOOPBACK,
  ...PROGRAM,
  ...PORTABLE,
  ...TOLD,
  ...LIBRARY_FILES,
];
