import { useId } from 'react';
import type { Finding, Issue } from '../../../shared/intake/draft.ts';
import { useText } from '../../i18n/text.ts';

const SIGN: Readonly<Record<Issue['severity'], string>> = { error: '✖', warning: '⚠', information: 'ℹ' };
const MOST = 500;

interface DraftIssuesProps {
  readonly issues: readonly Issue[];
  onChoose(cell: string): void;
}

/** What is to be looked at, a cause with the totals that it breaks beneath it. Choosing one shows its cell. */
export function DraftIssues({ issues, onChoose }: DraftIssuesProps) {
  const { t } = useText();
  const heading = useId();
  if (issues.length === 0) return <p className="import-sound">✓ {t('import.sound')}</p>;
  return (
    <section className="import-issues" aria-labelledby={heading}>
      <h2 id={heading}>{t('import.issues', { count: issues.length })}</h2>
      <ul>
        {issues.slice(0, MOST).map((issue) => (
          <li key={`${issue.code} ${issue.cell} ${issue.params.column ?? ''}`}>
            <OneFinding finding={issue} onChoose={onChoose} />
            {issue.breaks && (
              <details>
                <summary>{t('import.breaks', { count: issue.breaks.length })}</summary>
                <ul>
                  {issue.breaks.map((broken) => (
                    <li key={broken.cell}>
                      <OneFinding finding={broken} onChoose={onChoose} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneFinding({ finding, onChoose }: { readonly finding: Finding; onChoose(cell: string): void }) {
  const { t, refusal } = useText();
  const { severity, cell, code, params } = finding;
  return (
    <span className={`import-issue import-${severity}`}>
      <span role="img" aria-label={t(`import.${severity}`)}>
        {SIGN[severity]}
      </span>{' '}
      {cell !== '' && (
        <button type="button" onClick={() => onChoose(cell)}>
          {cell}
        </button>
      )}{' '}
      {refusal({ code, params })}
    </span>
  );
}
