import {
  Bar,
  BarChart,
  type BarShapeProps,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { Mark, Picture } from '../../../../../shared/pictures/picture.ts';
import { MarkShape } from './MarkShape.tsx';
import type { PictureWords } from './use-picture-words.ts';

interface RowBarsProps {
  readonly picture: Picture;
  readonly words: PictureWords;
  /** What stands beside a bar. */
  textOf(mark: Mark): string;
  goTo(mark: Mark): (() => void) | null;
}

/** More bars than these no one tells apart: the largest are drawn, the table has all. */
export const MOST_BARS = 15;
const BAR = 30;
const AXIS = 120;
const LONGEST_LABEL = 28;

/** A row a bar, lying: their names need the room. */
export function RowBars({ picture, words, textOf, goTo }: RowBarsProps) {
  const shown = largest(picture);
  return (
    <ResponsiveContainer width="100%" height={shown.length * BAR + 34}>
      <BarChart
        layout="vertical"
        data={shown.map(({ label }, at) => ({ at, label }))}
        // Room for what stands beside the longest bars.
        margin={{ top: 4, right: 118, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis type="number" tickCount={4} tickLine={false} tickFormatter={words.tick} hide />
        <YAxis
          type="category"
          dataKey="label"
          width={AXIS}
          interval={0}
          axisLine={false}
          tickLine={false}
          tickFormatter={shortened}
        />
        <ReferenceLine x={0} className="picture-zero" />
        <Bar
          dataKey={(one: { at: number }) => Number(shown[one.at]?.mark.amount ?? 0n)}
          isAnimationActive={false}
          shape={({ x, y, width, height, index }: BarShapeProps) => {
            const one = shown[index];
            if (!one) return <g />;
            const { mark, label } = one;
            return (
              <MarkShape
                {...{ x, y, width, height }}
                fill={mark.amount < 0n ? 1 : 0}
                label={words.said([label], mark.amount)}
                text={textOf(mark)}
                textAt="right"
                onGo={goTo(mark)}
              />
            );
          }}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

interface ShownRow {
  readonly mark: Mark;
  readonly label: string;
}

/** In printed order. */
function largest({ categories, marks }: Picture): ShownRow[] {
  const labels = new Map(categories.map(({ id, label }) => [id, label]));
  const size = ({ amount }: Mark): bigint => (amount < 0n ? -amount : amount);
  const bySize = marks.toSorted((one, other) => (size(one) > size(other) ? -1 : 1));
  const drawn = new Set(bySize.slice(0, MOST_BARS));
  return marks
    .filter((mark) => drawn.has(mark))
    .map((mark) => ({ mark, label: labels.get(mark.category) ?? '' }));
}

function shortened(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}
