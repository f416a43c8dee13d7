import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { CommuneMap } from '../../ui/commune-map.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { BoardTable } from './board-table.js';
import { DayPicker, dayIn } from './day-picker.js';
import { SupplyBoardQuery } from './documents.js';
import { Figures } from './figures.js';
import { useLiveSupply } from './live-supply.js';
import { unsoldSpots } from './unsold-spots.js';
import { say } from './words.js';

/** Planned, forecast, offered, committed, weighed, unsold: one day, by commune and crop. */
export default function BoardScreen({ query }: RouteProps) {
  const words = say();
  const day = dayIn(query);
  const { data, at, isKept, isLoading, fault, refresh } = useRead(SupplyBoardQuery, { day });
  const isLive = useLiveSupply(refresh);
  const board = data?.supplyDashboard;
  const spots = unsoldSpots(board?.rows ?? []);
  return (
    <Screen title={words.board} code="O1" density="desk">
      <div class="stack">
        <DayPicker day={day} path="/app/vp" />
        <div class="row wrap">
          <LinkButton icon="calendar" href="/app/vp/ke-hoach">
            {words.plans}
          </LinkButton>
          <LinkButton icon="chart" href="/app/vp/cong-bang">
            {words.fairness}
          </LinkButton>
          {session.value?.role === 'COMMUNE_OFFICER' && (
            <LinkButton icon="edit" href="/app/xa/bao-ho">
              {words.reportFor}
            </LinkButton>
          )}
          {session.value?.role === 'OFFICE_STAFF' && (
            <LinkButton icon="shield" href="/app/bat-kha-khang">
              {words.forceMajeure}
            </LinkButton>
          )}
        </div>
        {isKept && at && <KeptNote at={at} />}
        {!board && isLoading && <Skeleton rows={4} />}
        {!board && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {board && board.rows.length === 0 && (
          <EmptyState
            picture={<Icon name="search" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {board && board.rows.length > 0 && (
          <>
            <p class="row wrap">
              <span class="earth">
                {words.dataAt(fmt().moment(new Date(board.dataAt), new Date()))}
              </span>
              {isLive && (
                <Chip tone="green" icon="wifi">
                  {words.live}
                </Chip>
              )}
            </p>
            <Figures totals={board.totals} yesterday={board.yesterday} />
            <BoardTable day={day} rows={board.rows} totals={board.totals} />
            <LinkButton href={`/office/supply.xlsx?day=${day}`} icon="download">
              {words.sheet}
            </LinkButton>
            {spots.length > 1 && (
              <Card title={words.map}>
                <CommuneMap communes={spots} label={words.map} />
              </Card>
            )}
          </>
        )}
      </div>
    </Screen>
  );
}
