import { Dialog, DialogSurface, Input } from '@fluentui/react-components';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { Line } from '../../../../shared/forms/layout.ts';
import { foldText } from '../../../../shared/text/fold.ts';
import type { Action } from '../../../actions/action.ts';
import { printChord } from '../../../actions/chord.ts';
import { useText } from '../../../i18n/text.ts';
import { ACTIONS } from '../actions/menus.ts';
import { runAction, usePlanContext, whyNot } from '../actions/use-action-state.ts';
import type { PlanContext } from '../plan-context.ts';

type Found =
  | {
      readonly kind: 'action';
      readonly key: string;
      readonly action: Action<PlanContext>;
      readonly text: string;
    }
  | { readonly kind: 'row'; readonly key: string; readonly line: Line; readonly text: string };

const MOST = 60;

/** Finds an action or a row by any part of its name, without diacritics, and does it or goes there. */
export function Palette({ rowsOnly, onClose }: { rowsOnly: boolean; onClose(): void }) {
  const { t } = useText();
  const context = usePlanContext();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const all = useMemo(() => everything(context, rowsOnly, t), [context, rowsOnly, t]);
  const found = useMemo(() => matching(all, text), [all, text]);
  const at = Math.min(chosen, found.length - 1);

  const take = (one: Found | undefined): void => {
    if (!one) return;
    onClose();
    // After the dialog has given the keyboard back.
    setTimeout(() =>
      one.kind === 'row' ? context.hands().goToLine(one.line) : runAction(context, one.action),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (event.key === 'Enter') take(found[at]);
    else if (step === undefined) return;
    else setChosen(Math.max(0, Math.min(found.length - 1, at + step)));
    event.preventDefault();
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="palette" aria-label={t(rowsOnly ? 'edit.goToRow' : 'help.palette')}>
        <Input
          autoFocus
          value={text}
          placeholder={t(rowsOnly ? 'palette.rows' : 'palette.all')}
          onChange={(_, { value }) => {
            setText(value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          input={{
            role: 'combobox',
            'aria-label': t(rowsOnly ? 'palette.rows' : 'palette.all'),
            'aria-expanded': true,
            'aria-controls': `${id}-list`,
            ...(found[at] ? { 'aria-activedescendant': `${id}-${found[at].key}` } : {}),
          }}
        />
        <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={t('palette.results')}>
          {found.map((one, index) => (
            <PaletteLine
              key={one.key}
              id={`${id}-${one.key}`}
              found={one}
              chosen={index === at}
              take={() => take(one)}
            />
          ))}
        </div>
        {found.length === 0 && <p role="status">{t('palette.none', { text })}</p>}
      </DialogSurface>
    </Dialog>
  );
}

interface PaletteLineProps {
  readonly id: string;
  readonly found: Found;
  readonly chosen: boolean;
  take(): void;
}

function PaletteLine({ id, found, chosen, take }: PaletteLineProps) {
  const { t } = useText();
  const context = usePlanContext();
  const why = found.kind === 'action' ? whyNot(context, found.action) : null;
  const [keys] = found.kind === 'action' ? found.action.keys : [];
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-disabled={why !== null}
      className={chosen ? 'palette-line palette-chosen' : 'palette-line'}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onMouseDown={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <span>{found.text}</span>
      {why && <em>{t(why)}</em>}
      <kbd>
        {found.kind === 'row' ? t('palette.row') : keys && printChord(keys, { space: t('key.space') })}
      </kbd>
    </div>
  );
}

type Translate = ReturnType<typeof useText>['t'];

function everything(context: PlanContext, rowsOnly: boolean, t: Translate): readonly Found[] {
  const rows = context.layout().lines.map((line): Found => {
    return {
      kind: 'row',
      key: `row-${line.at}-${line.code}`,
      line,
      text: `${line.ordinal} ${line.name}`.trim(),
    };
  });
  const actions = ACTIONS.map((action): Found => {
    return { kind: 'action', key: `action-${action.id}`, action, text: t(action.label) };
  });
  return rowsOnly ? rows : [...actions, ...rows];
}

/** Every word of the text somewhere in the name; names that begin with the text come first. */
function matching(all: readonly Found[], text: string): readonly Found[] {
  const wanted = foldText(text.trim());
  const words = wanted.split(/\s+/u);
  const matches = all.filter((one) => {
    const folded = foldText(one.text);
    return words.every((word) => folded.includes(word));
  });
  const first = matches.filter((one) => wanted !== '' && foldText(one.text).startsWith(wanted));
  return [...first, ...matches.filter((one) => !first.includes(one))].slice(0, MOST);
}
