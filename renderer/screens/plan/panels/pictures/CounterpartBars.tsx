import { Bar, type BarShapeProps, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { CounterpartYear } from '../../../../../shared/pictures/counterpart.ts';
import { MarkShape } from './MarkShape.tsx';
import type { PictureWords } from './use-picture-words.ts';

interface CounterpartBarsProps {
  readonly years: readonly CounterpartYear[];
  readonly words: PictureWords;
  goTo(year: CounterpartYear): (() => void) | null;
}

const HEIGHT = 190;
/** Whole per cents stand at the ticks above zero. */
const TICKS = 3;
/** Half of a threshold's line, in pixels. */
const REACH = 40;

/** The local budget in per cent of the central one, year by year, each beside the threshold that it is to reach. */
export function CounterpartBars({ years, words, goTo }: CounterpartBarsProps) {
  const most = Math.max(1, ...years.flatMap((one) => [percent(one), thresholdOf(one) ?? 0]));
  return (
    <>
      {years.some(({ threshold }) => threshold !== null) && (
        <ul className="picture-legend">
          <li>
            <svg width="26" height="12" aria-hidden="true">
              <path className="picture-threshold" d="M0,6 h26" />
            </svg>
            {words.thresholdName}
          </li>
        </ul>
      )}
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ComposedChart
          data={years.map(({ year }, at) => ({ at, year: `${year}` }))}
          margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis dataKey="year" tickLine={false} />
          <YAxis
            width={46}
            domain={[0, Math.ceil(most / TICKS) * TICKS]}
            tickCount={TICKS + 1}
            tickLine={false}
            unit=" %"
          />
          <Bar
            dataKey={(one: { at: number }) => percent(years[one.at])}
            isAnimationActive={false}
            maxBarSize={70}
            shape={({ x, y, width, height, index }: BarShapeProps) => {
              const one = years[index];
              if (!one) return <g />;
              const text = words.ratio(one);
              return (
                <>
                  <MarkShape
                    {...{ x, y, width, height }}
                    fill={one.reached === false ? 1 : 0}
                    label={words.counterpart(one)}
                    text=""
                    textAt="on"
                    onGo={goTo(one)}
                  />
                  <text x={x + width / 2} y={Math.min(y, y + height) - 5} textAnchor="middle">
                    {`${text} ${one.reached === null ? '' : one.reached ? '✓' : '⚠'}`}
                  </text>
                </>
              );
            }}
          />
          <Line
            dataKey={(one: { at: number }) => thresholdOf(years[one.at])}
            stroke="none"
            isAnimationActive={false}
            activeDot={false}
            dot={({ cx, cy, index }: { cx?: number; cy?: number; index: number }) =>
              cx === undefined || cy === undefined || thresholdOf(years[index]) === null ? (
                <g key={index} />
              ) : (
                <path key={index} className="picture-threshold" d={`M${cx - REACH},${cy} h${2 * REACH}`} />
              )
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
    </>
  );
}

function thresholdOf(one: CounterpartYear | undefined): number | null {
  return one?.threshold == null ? null : one.threshold / 100;
}

/** For the eye alone. */
function percent(one: CounterpartYear | undefined): number {
  return one && one.central > 0n ? Number((one.local * 10_000n) / one.central) / 100 : 0;
}
