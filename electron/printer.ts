import type { Result } from '../shared/refusal.ts';

/** What only a host can do: turn printed pages (`pagesHtml`) into a PDF file, page for page. */
export interface Printer {
  /** Refused as `pdf.…` where the host has nothing to print with, or that failed. */
  pdf(html: string): Promise<Result<Uint8Array<ArrayBuffer>>>;
}
