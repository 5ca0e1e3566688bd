/**
 * The formats that a plan leaves in beside a workbook, by their file extensions: `csv`, `docx` and `pdf` carry one form,
 * `json` the whole plan.
 */
export const DOCUMENT_FORMATS = ['docx', 'pdf', 'csv', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
