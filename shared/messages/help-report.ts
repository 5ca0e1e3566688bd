import { type Locale, message } from './message.ts';

/** What stands in a report for whoever helps, line by line, and in one line what does not: with the plan's own file or not. */
export function wordHelpReport(
  hasPlan: boolean,
  locale?: Locale,
): { readonly parts: readonly string[]; readonly without: string } {
  const codes = [
    'helpReport.log',
    'helpReport.versions',
    'helpReport.verify',
    'helpReport.backups',
    'helpReport.settings',
    ...(hasPlan ? (['helpReport.plan'] as const) : []),
  ] as const;
  const without = message(hasPlan ? 'helpReport.onlyThisPlan' : 'helpReport.nothingPlanned', {}, locale);
  return { parts: codes.map((code) => message(code, {}, locale)), without };
}
