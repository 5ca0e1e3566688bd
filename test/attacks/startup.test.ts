import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TestLoopback } from '../electron/hosts/loopback.ts';

test('a folder with a script in its name is text on the page that says why it does not open', async () => {
  const name = '"><img src=x onerror=alert(1)><\u202E&amp;';
  await using running = await TestLoopback.start(name, (folder) => writeFileSync(folder, ''));
  const page = await running.ask('GET', '/', await running.admitted());
  expect(page.body).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;&amp;amp;</code>');
  expect(page.body).not.toContain('<img');
  expect(page.body).not.toContain('\u202E');
});
