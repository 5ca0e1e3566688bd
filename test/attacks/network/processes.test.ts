import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plannerOver } from '../../../shared/api/planner.ts';
import { enter } from '../../electron/hosts/loopback.ts';
import { temporaryFolder } from '../../electron/store/temporary-library.ts';
import { must } from '../../shared/plan/sample-plan.ts';

/**
 * Attack: something that the program stands on (a library, a mistake of ours) sends what an office plans to the network.
 * Every process is watched below HTTP, TLS, fetch and DNS; what is written down is what would have left.
 */
const RECORDER = path.join(import.meta.dirname, 'record-connections.ts');

function watched(folder: string) {
  const record = path.join(folder, 'connections');
  writeFileSync(record, '');
  return {
    line: ['--require', RECORDER],
    options: { encoding: 'utf8', env: { ...process.env, CONNECTIONS: record } } as const,
    connections: () => readFileSync(record, 'utf8'),
  };
}

test.each([
  ['fetch', "await fetch('http://127.0.0.1:65000/').catch(() => {})", /program: connect/],
  ['TLS', "import tls from 'node:tls'; tls.connect(9, '127.0.0.1')", /program: connect/],
  ['a name', "import { lookup } from 'node:dns'; lookup('evil.example', () => {})", /program: name/],
  ['a datagram', "import d from 'node:dgram'; d.createSocket('udp4').send('x', 9)", /program: datagram send/],
  ['a listener for others', "import n from 'node:net'; n.createServer().listen(0)", /program: listen/],
  [
    'a thread',
    "import { Worker } from 'node:worker_threads'; new Worker(\"require('node:net').connect(9)\", { eval: true }).on('error', () => {})",
    /thread: connect/,
  ],
])('what watches a process sees %s', (_, script, seen) => {
  using place = temporaryFolder();
  const { line, options, connections } = watched(place.folder);
  const attack = path.join(place.folder, 'attack.mjs');
  writeFileSync(attack, script);
  spawnSync(process.execPath, [...line, attack], options);
  expect(connections()).toMatch(seen);
});

test('the terminal plans, exports, imports and compares without one connection', () => {
  using place = temporaryFolder();
  const { line, options, connections } = watched(place.folder);
  const library = path.join(place.folder, 'library');
  const file = (name: string) => path.join(place.folder, name);
  const run = (...words: string[]) => {
    const program = [...line, 'electron/hosts/cli.ts', ...words, '--library', library, '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, options);
    expect(status, `${words.join(' ')}: ${stderr}`).toBe(0);
    return JSON.parse(stdout);
  };
  const { id } = run('sample', 'vinh-long-2022-2025');
  for (const name of ['a.xlsx', 'a.csv', 'a.docx', 'a.json', 'a.pdf']) {
    run('export', id, '--form', 'F1', '--out', file(name));
    expect(existsSync(file(name)), name).toBe(true);
  }
  run('import', file('a.xlsx'));
  run('import', file('a.json'));
  expect(connections()).toBe('');
});

test('the loopback host answers its window, its workbook thread included, and opens no connection', async () => {
  using place = temporaryFolder();
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const { line, options, connections } = watched(place.folder);
  const program = spawn(
    process.execPath,
    [...line, 'electron/hosts/start.ts', '--browser', '--library', path.join(place.folder, 'library')],
    { env: { ...environment, CONNECTIONS: options.env.CONNECTIONS } },
  );
  const ended = new Promise((resolve) => program.once('exit', resolve));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    program.stdout.on('data', (part) => {
      said += part;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(said);
      if (found) resolve(found[0]);
    });
    program.once('exit', () => reject(new Error(`ended: ${said}`)));
  });
  const { origin } = new URL(address);
  const cookie = await enter(address);
  const planner = plannerOver(async (method, payload) => {
    const headers = { 'content-type': 'application/json', cookie, origin };
    const body = JSON.stringify(payload);
    return (await fetch(`${origin}/api/${method}`, { method: 'POST', headers, body })).json();
  });
  const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
  const exported = must(await planner.exportWorkbook({ plan: plan.id, form: 'F1' }));
  must(await planner.importWorkbook(exported));
  program.kill('SIGINT');
  await ended;
  expect(connections()).toBe('');
});
