import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { readCell } from '../../../../shared/forms/cell.ts';
import { dong } from '../../../../shared/money/dong.ts';
import { UNIT_NAME, UNIT_SIZE } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import { rowTitle } from '../../../../shared/plan/gesture/rows.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { findSource, printYears } from '../../../../shared/plan/sources.ts';
import { isRound, planSpread, type SpreadLeaf, spreadable } from '../../../../shared/sheet/spread.ts';
import type { SpreadQuestion } from '../../../grid/commit.ts';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';

type Way = 'proportional' | 'even' | 'onto';

/** Rows of the preview; a total of a whole plan may have thousands of parts. */
const MOST_PARTS = 200;

/** A total was typed: which of its parts make it, shown before anything happens. */
export function SpreadDialog({ question, onClose }: { question: SpreadQuestion; onClose(): void }) {
  const { t, refusal } = useText();
  const context = usePlanContext();
  const { place, total } = question;
  const sheet = useMemo(() => context.hands().sheet(), [context]);
  const leaves = useMemo(() => spreadable(sheet, place), [sheet, place]);
  const { plan, totals } = sheet;
  const { unit } = plan.header;
  const one = dong(UNIT_SIZE[unit]);
  const [round, setRound] = useState(() => leaves.ok && isRound(leaves.value, total, one));
  const [way, setWay] = useState<Way>(() =>
    planSpread(sheet, place, total, 'proportional').ok ? 'proportional' : 'even',
  );
  const [onto, setOnto] = useState(0);
  const spread = useMemo(
    () => planSpread(sheet, place, total, way === 'onto' ? { onto } : way, round ? one : undefined),
    [sheet, place, total, way, onto, round, one],
  );
  const write = (amount: bigint): string => writeAmount(dong(amount), unit);
  const before =
    place.column.kind === 'amount' ? readCell(place.line, place.column.column, totals).amount : null;
  const was = typeof before === 'bigint' ? before : 0n;
  const parts = spread.ok ? spread.value.leaves.filter((part) => part.before !== part.after) : [];

  const accept = (): void => {
    if (!spread.ok) return;
    const result = context.session.dispatch(spread.value.change);
    if (!result.ok) context.refuse(result.refusal);
    onClose();
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="wide-dialog">
        <DialogBody>
          <DialogTitle>{t('spread.title')}</DialogTitle>
          <DialogContent className="fields">
            <p>
              {t('spread.text', {
                row: `${place.line.ordinal} ${place.line.name}`.trim(),
                before: write(was),
                after: write(total),
                difference: write(total - was),
                unit: UNIT_NAME[unit],
              })}
            </p>
            <RadioGroup
              aria-label={t('spread.way')}
              value={way}
              onChange={(_, { value }) =>
                setWay(value === 'even' ? 'even' : value === 'onto' ? 'onto' : 'proportional')
              }
            >
              <Radio autoFocus value="proportional" label={t('spread.proportional')} />
              <Radio value="even" label={t('spread.even')} />
              <Radio value="onto" label={t('spread.onto')} />
            </RadioGroup>
            {way === 'onto' && leaves.ok && (
              <Select
                aria-label={t('spread.onto')}
                value={`${onto}`}
                onChange={(_, { value }) => setOnto(Number.parseInt(value, 10))}
              >
                {leaves.value.slice(0, MOST_PARTS).map((leaf, at) => (
                  <option key={leafName(plan, leaf)} value={`${at}`}>
                    {leafName(plan, leaf)}
                  </option>
                ))}
              </Select>
            )}
            {way !== 'onto' && unit !== 'dong' && (
              <Checkbox
                label={t('spread.round', { unit: t(`unit.${unit}`) })}
                checked={round}
                onChange={(_, { checked }) => setRound(checked === true)}
              />
            )}
            {spread.ok ? (
              <div className="preview-frame">
                <table className="preview-table">
                  <caption>
                    {t('spread.preview', { count: parts.length, all: spread.value.leaves.length })}
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('spread.part')}</th>
                      <th scope="col">{t('spread.before')}</th>
                      <th scope="col">{t('spread.after')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {parts.slice(0, MOST_PARTS).map((part) => (
                      <tr key={leafName(plan, part)}>
                        <th scope="row">{leafName(plan, part)}</th>
                        <td>{write(part.before)}</td>
                        <td>{write(part.after)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ) : (
              <p role="alert">{refusal(spread.refusal)}</p>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button appearance="primary" disabled={!spread.ok} onClick={accept}>
              {t('spread.accept')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function leafName(plan: Plan, { row, years, source, capital }: SpreadLeaf): string {
  const kind = capital === 'none' ? '' : ` ${plan.programme[capital].short}`;
  return `${rowTitle(plan, row)} · ${findSource(plan.sources, source)?.short ?? source}${kind} · ${printYears(years)}`;
}
