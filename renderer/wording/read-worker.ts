import { readText } from '../../shared/prose/read-text.ts';

/** Reads one text after another beside the page, so that a long one keeps nobody from typing. */
addEventListener('message', ({ data }: MessageEvent<string>) => {
  postMessage(readText(data));
});
