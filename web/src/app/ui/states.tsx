import type { ComponentChildren } from 'preact';
import type { Fault } from '../api/fault.js';
import { say } from '../words/words.js';
import { Button } from './button.js';
import { Icon, type IconName } from './icon.js';

interface EmptyStateProps {
  /** A crop drawing or an icon. */
  picture: ComponentChildren;
  title: string;
  note?: string;
  /** The one thing to do about it. */
  children?: ComponentChildren;
}

export function EmptyState({ picture, title, note, children }: EmptyStateProps) {
  return (
    <div class="state">
      {picture}
      <h2>{title}</h2>
      {note && <p class="earth">{note}</p>}
      {children}
    </div>
  );
}

interface SkeletonProps {
  /** As many as the page will hold, so that nothing jumps. */
  rows: number;
  /** Height of one row in rem. */
  height?: number;
}

/** Rows of the height that is to come. */
export function Skeleton({ rows, height = 6 }: SkeletonProps) {
  return (
    <div class="stack" aria-busy="true">
      <p class="sr" role="status">
        {say().states.loading}
      </p>
      {Array.from({ length: rows }, (_, i) => (
        <svg key={i} class="skeleton" width="100%" height={`${height}rem`} aria-hidden="true" />
      ))}
    </div>
  );
}

const FAULT_ICONS: Partial<Record<Fault['code'], IconName>> = {
  OFFLINE: 'wifiOff',
  UNAUTHENTICATED: 'lock',
  FORBIDDEN: 'lock',
  UNAVAILABLE: 'waiting',
  NOT_FOUND: 'search',
};

interface ErrorStateProps {
  fault: Fault;
  onRetry?: () => void;
  /** Instead of trying again: sign in, go back. */
  children?: ComponentChildren;
}

/** What went wrong in one sentence, and the one next step. */
export function ErrorState({ fault, onRetry, children }: ErrorStateProps) {
  const { message, nextStep } = say().faults[fault.code];
  return (
    <div class="state" role="alert">
      <Icon name={FAULT_ICONS[fault.code] ?? 'warning'} size={56} />
      <h2>{message}</h2>
      <p class="earth">
        {nextStep}
        {fault.supportId && <b class="num"> {fault.supportId}</b>}
      </p>
      {children}
      {onRetry && (
        <Button look="main" icon="refresh" onPress={onRetry}>
          {say().states.retry}
        </Button>
      )}
    </div>
  );
}

/** Under a list that was cut: how much is shown, and to filter. */
export const TooMany = ({ shown }: { shown: string }) => (
  <p class="earth" role="status">
    {say().states.tooMany(shown)}
  </p>
);
