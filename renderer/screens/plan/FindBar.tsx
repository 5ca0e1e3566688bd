import { Button, Checkbox, Input, Select } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type FindQuery, replaceAll } from '../../../shared/sheet/find.ts';
import { useText } from '../../i18n/text.ts';
import { usePlanContext } from './actions/use-action-state.ts';
import { type FindStore, useFound } from './find-store.ts';

/** Finding and replacing over the sheet, which stays usable beneath it. */
export function FindBar({ store }: { store: FindStore }) {
  const { t } = useText();
  const context = usePlanContext();
  const mode = useStore(context.dialogs, ({ find }) => find);
  const query = useStore(store, (state) => state.query);
  const replacement = useStore(store, (state) => state.replacement);
  const found = useFound(store, context);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (mode === 'closed') return;
    input.current?.focus();
    input.current?.select();
  }, [mode]);
  if (mode === 'closed') return null;

  const setQuery = (patch: Partial<FindQuery>): void => store.setState({ query: { ...query, ...patch } });
  const close = (): void => {
    context.dialogs.setState({ find: 'closed' });
    context.hands().input.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
      context.find(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const replace = (all: boolean): void => {
    const hands = context.hands();
    const { place } = hands.selection;
    if (!all && !place) return;
    const replaced = replaceAll(hands.sheet(), query, replacement, all || !place ? undefined : place);
    if (!replaced.ok) {
      context.refuse(replaced.refusal);
      return;
    }
    const result = context.session.dispatch(replaced.value.change);
    if (!result.ok) context.refuse(result.refusal);
    else if (all) context.notify(t('find.replaced', { count: replaced.value.count }));
    else context.find(1);
  };

  return (
    <search className="find-bar" onKeyDown={onKeyDown}>
      <Input
        size="small"
        input={{ ref: input, 'aria-label': t('find.find') }}
        placeholder={t('find.what')}
        value={query.text}
        onChange={(_, { value }) => setQuery({ text: value })}
      />
      {mode === 'replace' && (
        <Input
          size="small"
          aria-label={t('find.with')}
          placeholder={t('find.with')}
          value={replacement}
          onChange={(_, { value }) => store.setState({ replacement: value })}
        />
      )}
      <Select
        size="small"
        aria-label={t('find.where')}
        value={query.in}
        onChange={(_, { value }) =>
          setQuery({ in: value === 'texts' || value === 'amounts' ? value : 'all' })
        }
      >
        <option value="all">{t('find.inAll')}</option>
        <option value="texts">{t('find.inTexts')}</option>
        <option value="amounts">{t('find.inAmounts')}</option>
      </Select>
      <Checkbox
        label={t('find.fold')}
        checked={query.fold}
        onChange={(_, { checked }) => setQuery({ fold: checked === true })}
      />
      <Checkbox
        label={t('find.wholeCell')}
        checked={query.wholeCell}
        onChange={(_, { checked }) => setQuery({ wholeCell: checked === true })}
      />
      <span role="status" className="find-count">
        {query.text === '' ? '' : t('find.count', { count: found.length })}
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={t('find.previous')}
        onClick={() => context.find(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={t('find.next')}
        onClick={() => context.find(1)}
      />
      {mode === 'replace' && (
        <>
          <Button size="small" disabled={found.length === 0} onClick={() => replace(false)}>
            {t('find.replaceOne')}
          </Button>
          <Button size="small" disabled={found.length === 0} onClick={() => replace(true)}>
            {t('find.replaceAll')}
          </Button>
        </>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('common.close')}
        onClick={close}
      />
    </search>
  );
}
