import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { Mark, Picture } from '../../../../../shared/pictures/picture.ts';
import { MarkShape } from './MarkShape.tsx';
import type { PictureWords } from './use-picture-words.ts';

interface StackedYearsProps {
  readonly picture: Picture;
  readonly words: PictureWords;
  goTo(mark: Mark): (() => void) | null;
}

const HEIGHT = 230;

/** Years side by side, each parted into its series. Sizes are for the eye; what is written comes from the amounts. */
export function StackedYears({ picture, words, goTo }: StackedYearsProps) {
  const { categories, series, marks } = picture;
  const markOf = (category: string, id: string): Mark | undefined =>
    marks.find((mark) => mark.category === category && mark.series === id);
  return (
    <>
      <ul className="picture-legend">
        {series.map(({ id, label }, at) => (
          <li key={id}>
            <svg width="16" height="12" aria-hidden="true">
              <rect width="16" height="12" className={`picture-mark picture-fill-${at}`} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={[...categories]}
          stackOffset="sign"
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} className="picture-grid" />
          <XAxis dataKey="label" tickLine={false} />
          <YAxis width={62} tickCount={4} tickLine={false} tickFormatter={words.tick} />
          {series.map(({ id, label }, at) => (
            <Bar
              key={id}
              stackId="money"
              dataKey={(category: { id: string }) => Number(markOf(category.id, id)?.amount ?? 0n)}
              isAnimationActive={false}
              maxBarSize={90}
              shape={({ x, y, width, height, index }: BarShapeProps) => {
                const category = categories[index];
                const mark = category && markOf(category.id, id);
                if (!mark || mark.amount === 0n) return <g />;
                return (
                  <MarkShape
                    {...{ x, y, width, height }}
                    fill={at}
                    label={words.said([category.label, label], mark.amount)}
                    text={words.amount(mark.amount)}
                    textAt="on"
                    onGo={goTo(mark)}
                  />
                );
              }}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </>
  );
}
