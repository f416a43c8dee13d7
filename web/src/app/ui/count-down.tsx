import { useEffect, useState } from 'preact/hooks';
import { leftText } from '../words/format.js';

/** The device's time, looked at again every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(clock);
  }, [everyMs]);
  return now;
}

interface CountDownProps {
  until: Date;
  /** Said instead of 0:00. */
  over: string;
}

/** Time left to answer. Amber in the last quarter of an hour. */
export function CountDown({ until, over }: CountDownProps) {
  const left = until.getTime() - useNow(1000);
  if (left <= 0) return <b>{over}</b>;
  return (
    <time
      class={left < 15 * 60_000 ? 'num soon' : 'num'}
      dateTime={until.toISOString()}
      role="timer"
    >
      <b>{leftText(left)}</b>
    </time>
  );
}
