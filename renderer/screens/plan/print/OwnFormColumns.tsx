import { Checkbox } from '@fluentui/react-components';
import type { ListedBlock, ListedColumn } from '../../../../shared/forms/own-form-columns.ts';
import { useText } from '../../../i18n/text.ts';
import { type Move, MoveButtons, moveKeys, useHeldFocus } from './MoveButtons.tsx';
import { moved } from './print-set-edits.ts';

interface OwnFormColumnsProps {
  readonly blocks: readonly ListedBlock[];
  onChange(blocks: readonly ListedBlock[]): void;
}

/** The columns of the base form, block by block: which are printed, in which order. */
export function OwnFormColumns({ blocks, onChange }: OwnFormColumnsProps) {
  const { t } = useText();
  const hold = useHeldFocus();
  const moveHolding =
    <Item,>(list: readonly Item[], at: number, put: (list: readonly Item[]) => void): Move =>
    (by) => {
      hold();
      put(moved(list, at, by));
    };
  return (
    <fieldset className="own-columns">
      <legend>{t('own.columns')}</legend>
      <ul>
        {blocks.map((block, at) => {
          const put = (columns: readonly ListedColumn[]): void =>
            onChange(blocks.with(at, { ...block, columns }));
          return (
            <li key={block.key}>
              <ListedItem
                name={block.title ?? t('own.everyYear')}
                checked={chosenOf(block)}
                place={placeIn(blocks, at)}
                onCheck={(chosen) => put(block.columns.map((column) => ({ ...column, chosen })))}
                onMove={moveHolding(blocks, at, onChange)}
              />
              {block.columns.some(({ path }) => path.length > 0) && (
                <ul>
                  {block.columns.map((column, place) => (
                    <li key={column.key}>
                      <ListedItem
                        name={column.path.join(' › ')}
                        checked={column.chosen}
                        place={placeIn(block.columns, place)}
                        onCheck={(chosen) => put(block.columns.with(place, { ...column, chosen }))}
                        onMove={moveHolding(block.columns, place, put)}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

interface ListedItemProps {
  readonly name: string;
  readonly checked: boolean | 'mixed';
  readonly place: { readonly first: boolean; readonly last: boolean };
  onCheck(checked: boolean): void;
  onMove: Move;
}

function ListedItem({ name, checked, place, onCheck, onMove }: ListedItemProps) {
  return (
    <div className="own-column">
      <Checkbox
        label={name}
        checked={checked}
        onKeyDown={moveKeys(onMove)}
        onChange={(_, data) => onCheck(data.checked !== false)}
      />
      <MoveButtons name={name} {...place} onMove={onMove} />
    </div>
  );
}

function placeIn(list: readonly unknown[], at: number): ListedItemProps['place'] {
  return { first: at === 0, last: at === list.length - 1 };
}

function chosenOf({ columns }: ListedBlock): boolean | 'mixed' {
  const count = columns.filter(({ chosen }) => chosen).length;
  return count === 0 ? false : count === columns.length ? true : 'mixed';
}
