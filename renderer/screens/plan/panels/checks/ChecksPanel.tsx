import { Button } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { findingKey } from '../../../../../shared/checks/acceptance.ts';
import { CHECK_IDS, type Finding, SEVERITIES, type Severity } from '../../../../../shared/checks/finding.ts';
import type { Change } from '../../../../../shared/plan/edit/edit.ts';
import { useText } from '../../../../i18n/text.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { moveAmong } from '../move-among.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { AcceptedFindings } from './AcceptedFindings.tsx';
import { FindingItem } from './FindingItem.tsx';
import { goToFinding } from './go-to-finding.ts';
import { SEVERITY_NAMES, SIGNS } from './signs.ts';

/** As many as are drawn at first, and with each “more”. */
const PAGE = 100;

/** What an officer should look at before signing: by severity, then by place; with fixes, and a word to accept one. */
export function ChecksPanel() {
  const { t } = useText();
  const context = usePlanContext();
  const reviewed = useStore(context.reviews.store, (state) => state.reviewed);
  // The plan that was looked at: one edit later there is another review of another plan.
  const { plan } = context.session.store.getState();
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [shown, setShown] = useState(PAGE);
  const [current, setCurrent] = useState<string | null>(null);
  const [accepting, setAccepting] = useState<Finding | null>(null);
  const body = useRef<HTMLElement>(null);

  /** What was done took its button with it: the keyboard stays in the panel. */
  const settle = useCallback((): void => {
    requestAnimationFrame(() => {
      if (!body.current?.contains(document.activeElement)) body.current?.focus();
    });
  }, []);
  const go = useCallback(
    (found: Finding): void => {
      setCurrent(findingKey(found));
      goToFinding(context, found);
    },
    [context],
  );
  const fix = useCallback(
    (change: Change): void => {
      const result = context.session.dispatch(change);
      if (!result.ok) context.refuse(result.refusal);
      settle();
    },
    [context, settle],
  );

  const { open, accepted, passed } = reviewed;
  const listed = open.filter(({ severity }) => !hidden.has(severity));
  const toggle = (severity: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    setHidden(next);
  };
  return (
    <section
      className="side-panel-body checks"
      aria-label={t('panel.checks')}
      ref={body}
      tabIndex={-1}
      onKeyDown={(event) => moveAmong(event, '.finding-go')}
    >
      <div className="checks-filter">
        {SEVERITIES.map((severity) => {
          const count = open.filter((found) => found.severity === severity).length;
          return (
            <Button
              key={severity}
              size="small"
              appearance={hidden.has(severity) ? 'subtle' : 'secondary'}
              aria-pressed={!hidden.has(severity)}
              onClick={() => toggle(severity)}
            >
              {`${SIGNS[severity]} ${t(SEVERITY_NAMES[severity])} ${count}`}
            </Button>
          );
        })}
      </div>
      {open.length === 0 && <p className="checks-empty">{t('checks.none')}</p>}
      {open.length > 0 && listed.length === 0 && <p className="checks-empty">{t('checks.allHidden')}</p>}
      <ul className="findings">
        {listed.slice(0, shown).map((found) => {
          const key = findingKey(found);
          return (
            <FindingItem
              key={key}
              plan={plan}
              found={found}
              current={key === current}
              onGo={go}
              onFix={fix}
              onAccept={setAccepting}
            />
          );
        })}
      </ul>
      {listed.length > shown && (
        <Button size="small" onClick={() => setShown(shown + PAGE)}>
          {t('checks.more', { count: listed.length - shown })}
        </Button>
      )}
      <AcceptedFindings plan={plan} accepted={accepted} onDone={settle} />
      <details className="findings-group">
        <summary>{t('checks.passed', { count: passed.length })}</summary>
        <ul className="checks-passed">
          {CHECK_IDS.filter((id) => passed.includes(id)).map((id) => (
            <li key={id}>{`✓ ${t(`checkName.${id}`)}`}</li>
          ))}
        </ul>
      </details>
      <Button
        size="small"
        className="checks-counterpart"
        onClick={() => context.dialogs.setState({ open: { kind: 'counterpart' } })}
      >
        {t('counterpart.set')}
      </Button>
      {accepting && (
        <AcceptDialog
          found={accepting}
          onClose={() => {
            setAccepting(null);
            settle();
          }}
        />
      )}
    </section>
  );
}
