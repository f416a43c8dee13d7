import type { ResultOf } from '../../api/graphql.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { CountDown, useNow } from '../../ui/count-down.js';
import { Icon } from '../../ui/icon.js';
import { QrView } from '../../ui/qr-view.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { clockText, dayText } from '../../words/format.js';
import { dayOf } from '../../../../../src/kernel/day.js';
import { fmt, locale } from '../../words/words.js';
import { OnePermit } from './permit-documents.js';
import { paintedPlate, PlateText } from './plate-text.js';
import { Revoke } from './revoke-permit.js';
import { say } from './permit-words.js';

type Permit = NonNullable<ResultOf<typeof OnePermit>['permit']>;

const REVIEWERS: ReadonlySet<string> = new Set(['OFFICE_STAFF', 'ADMIN']);

/** The permit as a driver shows it at a post: code, plate, time left. Printed, it is one A4 sheet. */
export default function PermitScreen({ params }: RouteProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OnePermit, {
    id: params['id'] ?? '',
  });
  const permit = data?.permit;
  const isReviewer = REVIEWERS.has(session.value?.role ?? '');
  if (!permit) {
    return (
      <Screen title={words.title} code="L4" back="/app">
        {isLoading && <Skeleton rows={3} />}
        {fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <EmptyState
            picture={<Icon name="permit" size={56} />}
            title={words.gone}
            note={words.goneNote}
          >
            <LinkButton href="/app">{words.home}</LinkButton>
          </EmptyState>
        )}
      </Screen>
    );
  }
  return (
    <Screen
      title={words.title}
      code="L4"
      back={isReviewer ? '/app/vp/giay' : `/app/chuyen/${permit.runId}`}
    >
      {isKept && at && <KeptNote at={at} />}
      {permit.token !== null && permit.state === 'ISSUED' ? (
        <>
          <Shown permit={permit} token={permit.token} />
          {isReviewer && (
            <Revoke permitId={permit.id} plate={paintedPlate(permit.plate)} onRevoked={refresh} />
          )}
        </>
      ) : (
        <NotShown permit={permit} />
      )}
    </Screen>
  );
}

function Shown({ permit, token }: { permit: Permit; token: string }) {
  const words = say();
  return (
    <article class="permit">
      <header class="permit-title">
        <p>{words.sheetBy}</p>
        <h2>{words.sheetTitle}</h2>
      </header>
      <PlateText plate={permit.plate} />
      <div class="permit-qr">
        <QrView text={token} label={words.qr(permit.plate)} />
      </div>
      <TimeLeft permit={permit} />
      <PermitFacts permit={permit} />
      <p class="permit-note">{words.sheetNote}</p>
      <div class="stack tight no-print">
        <Button icon="print" isWide onPress={() => globalThis.print()}>
          {words.print}
        </Button>
        <p class="earth">{words.printNote}</p>
      </div>
    </article>
  );
}

/** Until the permit begins, and from then on until it ends. */
function TimeLeft({ permit }: { permit: Permit }) {
  const words = say();
  const from = new Date(permit.validFrom);
  const isComing = from.getTime() > useNow(1000);
  return (
    <p class="permit-left lead">
      {isComing ? words.startsIn : words.left}{' '}
      {isComing ? (
        <CountDown until={from} over={words.started} />
      ) : (
        <CountDown until={new Date(permit.validTo)} over={words.over} />
      )}
    </p>
  );
}

function NotShown({ permit }: { permit: Permit }) {
  const words = say();
  return (
    <div class="stack">
      <EmptyState
        picture={<Icon name={permit.state === 'SUBMITTED' ? 'waiting' : 'permit'} size={56} />}
        title={words.states[permit.state]}
        note={permit.state === 'SUBMITTED' ? words.waits : (permit.revokeReason ?? undefined)}
      />
      <ul class="stack tight">
        {permit.reasons.map(({ code, sentence }) => (
          <li key={code} class="unmet">
            <Icon name="info" />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      <PermitFacts permit={permit} />
      <LinkButton look="main" href={`/app/chuyen/${permit.runId}`} isWide icon="truck">
        {words.toRun}
      </LinkButton>
    </div>
  );
}

const stamp = (iso: string): string => {
  const at = new Date(iso);
  return `${clockText(at)} ${dayText(dayOf(at))}`;
};

function PermitFacts({ permit }: { permit: Permit }) {
  const words = say();
  const facts: readonly (readonly [string, string])[] = [
    [words.code, permit.code],
    [words.validFrom, stamp(permit.validFrom)],
    [words.validTo, stamp(permit.validTo)],
    [words.persons, fmt().number(permit.persons)],
    [
      words.goods,
      `${locale.value === 'vi' ? permit.crop.nameVi : permit.crop.nameEn}, ${fmt().load(permit.loadGrams)}`,
    ],
    [words.to, permit.destination?.name ?? ''],
  ];
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div class="leader" key={label}>
          <dt>{label}</dt>
          <dd class="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
