import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { isOnline } from '../../api/line.js';
import type { NotDone as Said } from '../../api/use-deed.js';
import { forgetReads, unsent } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import { signedIn } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { attempt } from './attempt.js';
import { SwitchRole, WhoAmI, type Me } from './documents.js';
import { sessionOf } from './session-of.js';
import { say } from './words.js';

type Membership = Me['memberships'][number];

/** Whom this person works for now, and whom else she may work for. */
export default function RoleScreen() {
  const words = say();
  const { route } = useLocation();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(WhoAmI, {});
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<Said | null>(null);
  const me = data?.me;
  const held = me?.memberships ?? [];
  const isStaff = held.some(
    ({ role, party, audience }) =>
      role === me?.role && party.id === me.party?.id && audience === 'STAFF',
  );
  const others = held.filter(
    ({ role, party, audience }) =>
      (role !== me?.role || party.id !== me.party?.id) && (audience === 'STAFF') === isStaff,
  );
  const blocked =
    unsent.value > 0 ? words.unsentFirst(unsent.value) : isOnline.value ? null : words.needLine;

  const change = async ({ role, party }: Membership): Promise<void> => {
    if (isBusy || blocked) return;
    setBusy(true);
    const outcome = await attempt(SwitchRole, { input: { partyId: party.id, role } });
    setBusy(false);
    if ('notDone' in outcome) {
      setNotDone(outcome.notDone);
      return;
    }
    await forgetReads();
    signedIn(sessionOf(outcome.answer));
    route('/app', true);
  };

  return (
    <Screen title={words.roleTitle} code="K5" back="/app/cai-dat">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !me && (
          <LinkButton look="main" isWide href="/app/vao" icon="person">
            {words.signIn}
          </LinkButton>
        )}
        {me && (
          <Card title={words.actingAs} isPanel>
            <p class="said">{me.party?.name ?? me.person.name}</p>
            <p>
              {words.roles[me.role]} · {me.person.name}
            </p>
          </Card>
        )}
        <NotDone why={notDone} />
        {others.length > 0 && (
          <section class="stack tight">
            <h2>{words.change}</h2>
            {blocked && <p class="stale">{blocked}</p>}
            {others.map((one) => (
              <button
                type="button"
                class="btn wide"
                key={`${one.role} ${one.party.id}`}
                aria-disabled={isBusy || blocked ? 'true' : undefined}
                onClick={() => void change(one)}
              >
                <Icon name="person" />
                <span>
                  {one.party.name} · {words.roles[one.role]}
                </span>
              </button>
            ))}
          </section>
        )}
        {me && !isStaff && me.staffSignIn !== 'NONE' && (
          <LinkButton
            isWide
            href={me.staffSignIn === 'READY' ? '/app/vao/can-bo' : '/app/can-bo/lap'}
            icon="lock"
          >
            {me.staffSignIn === 'READY' ? words.asStaff : words.setUpStaff}
          </LinkButton>
        )}
        {me && !isStaff && !me.memberships.some(({ role }) => role === 'GROWER') && (
          <LinkButton isWide href="/app/ho" icon="plus">
            {words.newHousehold}
          </LinkButton>
        )}
      </div>
    </Screen>
  );
}
