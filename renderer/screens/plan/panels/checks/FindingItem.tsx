import { Button } from '@fluentui/react-components';
import { memo } from 'react';
import type { Finding } from '../../../../../shared/checks/finding.ts';
import { fixesOf } from '../../../../../shared/checks/fixes.ts';
import { wordLabel } from '../../../../../shared/messages/change-label.ts';
import { findingText } from '../../../../../shared/messages/finding-text.ts';
import { rowTitle } from '../../../../../shared/plan/gesture/rows.ts';
import type { RowId } from '../../../../../shared/plan/ids.ts';
import { outlineOf } from '../../../../../shared/plan/outline.ts';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import { strangerCode } from '../../../../../shared/reconcile/control-draft.ts';
import { type Translate, useText } from '../../../../i18n/text.ts';
import { SEVERITY_NAMES, SIGNS } from './signs.ts';

interface FindingItemProps {
  readonly plan: Plan;
  readonly found: Finding;
  /** Whether the officer went to its cell last. */
  readonly current: boolean;
  onGo(found: Finding): void;
  onFix(change: ReturnType<typeof fixesOf>[number]['change']): void;
  onAccept(found: Finding): void;
}

/** One finding: where, what, and what can be done about it. */
export const FindingItem = memo(({ plan, found, current, onGo, onFix, onAccept }: FindingItemProps) => {
  const { t, locale } = useText();
  return (
    <li className={`finding finding-${found.severity}`}>
      <button
        type="button"
        className="finding-go"
        {...(current ? { 'aria-current': 'true' as const } : {})}
        onClick={() => onGo(found)}
      >
        <span className="finding-place">
          <span aria-hidden="true">{SIGNS[found.severity]} </span>
          <span className="visually-hidden">{t(SEVERITY_NAMES[found.severity])}: </span>
          {placeText(plan, found, t)}
        </span>
        <span>{findingText(found, plan.header.unit, locale)}</span>
      </button>
      <span className="finding-actions">
        {fixesOf(plan, found).map(({ code, change }) => (
          <Button key={code} size="small" onClick={() => onFix(change)}>
            {wordLabel(change.label, locale)}
          </Button>
        ))}
        <Button size="small" appearance="subtle" onClick={() => onAccept(found)}>
          {t('checks.accept')}
        </Button>
      </span>
    </li>
  );
});

/** The row by its printed number and name; the header or the programme as a whole. */
export function placeText(plan: Plan, { row, places }: Finding, t: Translate): string {
  return places.some(({ kind }) => kind === 'header') ? t('plan.header') : rowText(plan, row, t);
}

/** A row as the panels name it: also one that was allocated something and is not in the plan. */
export function rowText(plan: Plan, row: RowId | null, t: Translate): string {
  if (row === null) return t('checks.programme');
  return outlineOf(plan.rows).index.has(row)
    ? rowTitle(plan, row)
    : t('control.noRow', { row: strangerCode(row) });
}
