import type { TextReading } from '../../shared/prose/text-reading.ts';

/** What a text says of money, read in a thread of its own that ends with it. Ended early where `signal` says so. */
export function readApart(text: string, signal: AbortSignal): Promise<TextReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      reject(new DOMException('reading was ended', 'AbortError'));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<TextReading>) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(text);
  });
}
