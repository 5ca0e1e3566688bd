import type { Refusal } from '../../../shared/refusal.ts';

/**
 * Stops the reading of a workbook from within the parser's callbacks, which have no way to answer; `readRawWorkbook`
 * makes a refusal of it.
 */
export class Unreadable extends Error {
  readonly code: string;
  readonly params: Refusal['params'];

  constructor(code: string, params: Refusal['params'] = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
