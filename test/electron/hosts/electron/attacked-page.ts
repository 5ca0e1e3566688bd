import * as standIn from './electron-stand-in.ts';

/** Where a page of ours must never be, and what must never speak for it. */
export const ELSEWHERE = [
  'https://evil.example/',
  'http://app/planner/',
  'app://planner.evil.example/',
  'app://planner@evil.example/',
  'app://evil/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'about:blank',
  'about:srcdoc',
  '',
];

/** The last window's page, as the test's own side of it. */
export function lastContents() {
  const window = standIn.BrowserWindow.all.at(-1);
  if (!window) throw new Error('no window');
  return window.webContents;
}

/** Whether an event of the page was stopped. */
export function isStopped(moment: string, url: string, more: { isMainFrame?: boolean } = {}): boolean {
  let stopped = false;
  const preventDefault = () => {
    stopped = true;
  };
  lastContents().emit(moment, { url, preventDefault, ...more });
  return stopped;
}
