import { useEffect, useState } from 'react';
import { NO_ROW, OWN_ROW } from '../../../shared/intake/answers.ts';
import { useText } from '../../i18n/text.ts';

interface RowChoiceProps {
  /** Its number on the sheet. */
  readonly row: number;
  readonly code: string;
  /** 0 where the row is of no programme, 1 where it is certain. */
  readonly confidence: number;
  /** The id of the programme's rows as a list. */
  readonly list: string;
  onChoose(said: string): void;
}

/** Which row of the programme a line was taken for, and how surely. Another code corrects it; empty makes it a row of its own. */
export function RowChoice({ row, code, confidence, list, onChoose }: RowChoiceProps) {
  const { t } = useText();
  const [text, setText] = useState(code);
  useEffect(() => setText(code), [code]);
  const say = (): void => {
    const said = text.trim();
    if (said !== code) onChoose(said === '' ? OWN_ROW : said);
  };
  const sure = confidence >= 0.995;
  const share = sure ? '✓' : confidence === 0 ? t('import.own') : `${Math.round(confidence * 100)} %`;
  return (
    <span className={sure || confidence === 0 ? 'row-choice' : 'row-choice row-unsure'}>
      <input
        aria-label={t('import.rowOf', { row })}
        list={list}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={say}
        onKeyDown={(event) => event.key === 'Enter' && say()}
      />
      <span>{code === NO_ROW ? t('import.leaveOut') : share}</span>
      <button
        type="button"
        title={t(code === NO_ROW ? 'import.takeRow' : 'import.leaveRow', { row })}
        aria-label={t(code === NO_ROW ? 'import.takeRow' : 'import.leaveRow', { row })}
        onClick={() => onChoose(code === NO_ROW ? OWN_ROW : NO_ROW)}
      >
        {code === NO_ROW ? '↺' : '×'}
      </button>
    </span>
  );
}
