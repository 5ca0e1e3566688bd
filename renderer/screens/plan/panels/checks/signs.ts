import type { Severity } from '../../../../../shared/checks/finding.ts';
import type { TextKey } from '../../../../i18n/text.ts';

/** A sign for each severity, so that none is told by its colour alone. */
export const SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '⚠', information: 'ℹ' };

export const SEVERITY_NAMES: Readonly<Record<Severity, TextKey>> = {
  error: 'checks.error',
  warning: 'checks.warning',
  information: 'checks.information',
};
