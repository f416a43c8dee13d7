import { dayText } from '../words/format.js';
import type { Day } from '../../../../src/kernel/day.js';

interface SparklineProps {
  /** Oldest first; null where nothing is known, which is a gap and not nought. */
  values: readonly (number | null)[];
  /** What a listener hears in its place. */
  label: string;
  width?: number;
  height?: number;
}

interface Point {
  x: number;
  y: number;
}

/** The run of one number in the height of a line of text. */
export function Sparkline({ values, label, width = 96, height = 28 }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const point = (value: number, i: number): Point => ({
    x: 3 + (i * (width - 6)) / Math.max(1, values.length - 1),
    y: high === low ? height / 2 : 3 + ((high - value) * (height - 6)) / (high - low),
  });
  const points = values.map((value, i) => (value === null ? null : point(value, i)));
  const last = points.reduce((latest, one) => one ?? latest, null);
  return (
    <svg class="spark" width={width} height={height} role="img" aria-label={label}>
      <g class="chart">
        <path class="line" d={pathOf(points)} />
        {last && <circle class="last" cx={last.x} cy={last.y} r="3" />}
      </g>
    </svg>
  );
}

/** Lines between neighbours that are both known. */
const pathOf = (points: readonly (Point | null)[]): string =>
  points
    .map(
      (point, i) =>
        point && `${points[i - 1] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`,
    )
    .filter(Boolean)
    .join('');

interface DayBar {
  day: Day;
  /** Null: nobody has said; drawn as an empty frame, never as nought. */
  value: number | null;
  /** A target line across the bar: what is wanted that day. */
  wanted?: number;
  /** Not measured yet but foretold: drawn hollow. */
  isExpected?: boolean;
}

interface DayBarsProps {
  bars: readonly DayBar[];
  /** What a listener hears in its place. */
  label: string;
  /** How a value is written over its bar. */
  text: (value: number) => string;
  /** A mark under a day: rằm, mùng một. */
  mark?: (day: Day) => string | undefined;
}

interface ChartKeyProps {
  measured: string;
  expected: string;
  wanted: string;
  unknown: string;
}

/** What the marks of `DayBars` stand for. */
export function ChartKey({ measured, expected, wanted, unknown }: ChartKeyProps) {
  const marks = [
    { text: measured, mark: <rect class="bar" x="4" y="2" width="16" height="12" rx="3" /> },
    {
      text: expected,
      mark: <rect class="bar expected" x="4" y="2" width="16" height="12" rx="3" />,
    },
    { text: wanted, mark: <path class="wanted" d="M0 8h24" /> },
    { text: unknown, mark: <rect class="unknown" x="4" y="2" width="16" height="12" rx="3" /> },
  ];
  return (
    <p class="key">
      {marks.map(({ text, mark }) => (
        <span key={text}>
          <svg class="chart" viewBox="0 0 24 16" aria-hidden="true">
            {mark}
          </svg>
          {text}
        </span>
      ))}
    </p>
  );
}

const SLOT = 44;
const TOP = 20;
const PLOT = 132;
const FOOT = 40;
const FLOOR = TOP + PLOT;
/** From the top of a bar to the top of the figure over it. */
const LETTERS = 18;
const WEEK = 7;

/** Days side by side, a week in a row of its own where the window is narrow: what is there, what is foretold, what is wanted. */
export function DayBars({ bars, label, ...rest }: DayBarsProps) {
  const highest = Math.max(
    1,
    ...bars.map(({ value, wanted }) => Math.max(value ?? 0, wanted ?? 0)),
  );
  const weeks = Array.from({ length: Math.ceil(bars.length / WEEK) }, (_, i) =>
    bars.slice(i * WEEK, (i + 1) * WEEK),
  );
  return (
    <div class="weeks" role="img" aria-label={label}>
      {weeks.map((week) => (
        <Week key={week[0]?.day} bars={week} highest={highest} {...rest} />
      ))}
    </div>
  );
}

interface WeekProps extends Omit<DayBarsProps, 'label'> {
  /** Value of a bar of full height, the same for all weeks. */
  highest: number;
}

function Week({ bars, highest, text, mark }: WeekProps) {
  const y = (value: number): number => TOP + PLOT * (1 - value / highest);
  const width = bars.length * SLOT;
  return (
    <svg class="chart bars" viewBox={`0 0 ${width} ${FLOOR + FOOT}`} width={width}>
      {bars.map(({ day, value, wanted, isExpected }, i) => {
        const x = i * SLOT + 6;
        const wide = SLOT - 12;
        const aims = wanted === undefined ? NaN : y(wanted);
        const top = y(value ?? 0);
        // A line that would strike the figure through has the figure above it.
        const foot = aims < top + 2 && aims > top - LETTERS ? aims : top;
        return (
          <g key={day}>
            {value === null ? (
              <rect class="unknown" x={x} y={FLOOR - 28} width={wide} height={28} rx="3" />
            ) : (
              <rect
                class={isExpected ? 'bar expected' : 'bar'}
                x={x}
                y={y(value)}
                width={wide}
                height={FLOOR - y(value)}
                rx="3"
              />
            )}
            {wanted !== undefined && (
              <path class="wanted" d={`M${x - 6} ${y(wanted)}h${wide + 12}`} />
            )}
            {value !== null && (
              <text x={x + wide / 2} y={foot - 5} font-size="12" text-anchor="middle">
                {text(value)}
              </text>
            )}
            <text x={x + wide / 2} y={FLOOR + 16} font-size="13" text-anchor="middle">
              {dayText(day).slice(0, 5)}
            </text>
            <text x={x + wide / 2} y={FLOOR + 32} font-size="12" text-anchor="middle">
              {mark?.(day)}
            </text>
          </g>
        );
      })}
      <path class="axis" d={`M0 ${FLOOR + 0.5}h${width}`} />
    </svg>
  );
}
