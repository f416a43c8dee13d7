import { useEffect } from 'preact/hooks';
import { dayOf, plusDays } from '../../../../../src/kernel/day.js';
import { sumGrams } from '../../../../../src/kernel/units.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { BigPictureButton, PictureGrid } from '../../ui/picture-button.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt, say as shell } from '../../words/words.js';
import { followServer } from '../accounts/session-of.js';
import { WhoAmI } from '../accounts/documents.js';
import { Bell } from '../messages/bell.js';
import { MyOffers } from '../orders/grower-documents.js';
import { Reports } from '../planning/documents.js';
import { membersOf, membersRange } from '../planning/reports.js';
import { MyTickets } from '../weighing/grower-documents.js';
import { RefusedActs } from './refused-acts.js';
import { say } from './words.js';

/** The clerk's morning: what the members have tomorrow, and whom to call about an answer. */
export default function CoopHome() {
  const words = say();
  const today = dayOf(new Date());
  const who = useRead(WhoAmI, {});
  const reports = useRead(Reports, membersRange(today));
  const offers = useRead(MyOffers, { waitingOnly: true });
  const tickets = useRead(MyTickets, {});
  const me = who.data?.me;
  useEffect(() => followServer(me), [me]);
  const members = membersOf(reports.data?.myForecasts ?? [], plusDays(today, 1));
  const said = members.filter(({ grams }) => grams !== null);
  const waiting = (offers.data?.myOffers.nodes ?? []).filter(
    ({ expiresAt }) => Date.parse(expiresAt) > Date.now(),
  ).length;
  const unconfirmed = (tickets.data?.myWeighTickets.nodes ?? []).filter(
    ({ state }) => state === 'SUBMITTED',
  ).length;
  const figure = fmt().number;
  return (
    <Screen
      title={me?.party?.name ?? session.value?.name ?? shell().appName}
      code="H1"
      showsSignal
      aside={<Bell />}
    >
      <div class="stack">
        <PictureGrid>
          <BigPictureButton
            href="/app/htx"
            tone="green"
            picture={<Icon name="people" size={64} />}
            label={words.members}
            colourName={words.green}
          />
          <BigPictureButton
            href="/app/don"
            tone="amber"
            picture={<Icon name="order" size={64} />}
            label={words.membersOrders}
            colourName={words.amber}
          />
          <BigPictureButton
            href="/app/tien"
            tone="blue"
            picture={<Icon name="money" size={64} />}
            label={words.membersMoney}
            colourName={words.blue}
          />
          <BigPictureButton
            href="/app/can"
            tone="red"
            picture={<Icon name="scale" size={64} />}
            label={words.tickets}
            colourName={words.red}
          />
        </PictureGrid>
        <RefusedActs />
        {reports.isKept && reports.at && <KeptNote at={reports.at} />}
        {!reports.data && reports.isLoading && <Skeleton rows={2} />}
        {!reports.data && reports.fault && (
          <ErrorState fault={reports.fault} onRetry={reports.refresh} />
        )}
        {waiting > 0 && (
          <a class="card link tone-amber notice" href="/app/don">
            <b>{words.coopOffers(figure(waiting))}</b>
            <span>{words.coopOffersNote}</span>
          </a>
        )}
        {unconfirmed > 0 && (
          <a class="card link tone-amber notice" href="/app/can">
            <b>{words.coopTickets(figure(unconfirmed))}</b>
          </a>
        )}
        {offers.data && tickets.data && waiting + unconfirmed === 0 && (
          <p class="row earth beside">
            <Icon name="check" />
            {words.coopCalm}
          </p>
        )}
        {reports.data && (
          <a class="card link" href="/app/htx">
            <span class="card-head">
              <span>{words.coopTomorrow}</span>
              <span class="num">
                {words.coopReported(figure(said.length), figure(members.length))}
              </span>
            </span>
            <b class="figure num">{fmt().kg(sumGrams(said.map(({ grams }) => grams ?? 0)))}</b>
          </a>
        )}
        <a class="card link" href="/app/goi-dien">
          <span class="row beside">
            <Icon name="phone" />
            <b>{words.calls}</b>
          </span>
        </a>
        <a class="card link" href="/app/htx/nguon">
          <span class="row beside">
            <Icon name="basket" />
            <b>{words.coopSource}</b>
          </span>
        </a>
        <a class="card link" href="/app/nhu-cau">
          <span class="row beside">
            <Icon name="order" />
            <b>{words.needs}</b>
          </span>
        </a>
        <a class="card link" href="/app/htx/niem-yet">
          <span class="row beside">
            <Icon name="tag" />
            <b>{words.pools}</b>
          </span>
        </a>
        <a class="card link" href="/app/thung">
          <span class="row beside">
            <Icon name="basket" />
            <b>{words.boxes}</b>
          </span>
        </a>
        <a class="card link" href="/app/lo">
          <span class="row beside">
            <Icon name="stall" />
            <b>{words.lotsOfMembers}</b>
          </span>
        </a>

        <LinkButton isWide icon="person" href="/app/duoc-nho">
          {words.coopTrust}
        </LinkButton>
        <LinkButton isWide icon="undo" href="/app/lam-thay">
          {words.coopActs}
        </LinkButton>
        <LinkButton look="quiet" isWide icon="settings" href="/app/cai-dat">
          {shell().tabs.settings}
        </LinkButton>
      </div>
    </Screen>
  );
}
