import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ask } from '../../api/ask.js';
import { Fault } from '../../api/fault.js';
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
import { say as shellSay } from '../../words/words.js';
import { attempt } from './attempt.js';
import { SwitchRole, WhoAmI, type Me } from './documents.js';
import { OwnPin } from './own-pin.js';
import { LeaveProfile } from './pin-documents.js';
import { PinSheet } from './pin-sheet.js';
import { say as pinSay } from './pin-words.js';
import { followAnew, followServer, sessionOf } from './session-of.js';
import { say } from './words.js';

type Membership = Me['memberships'][number];

/** Whom this person works for now, and whom else she may work for. */
export default function RoleScreen() {
  const words = say();
  const { route } = useLocation();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(WhoAmI, {});
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<Said | null>(null);
  const [asked, setAsked] = useState<Membership | null>(null);
  const me = data?.me;
  useEffect(() => {
    if (!isKept) followServer(me);
  }, [me, isKept]);
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

  const own = held.find(({ role, party }) => role === me?.role && party.id === me.party?.id);

  const choose = (one: Membership): void => {
    setNotDone(null);
    if (one.hasPin && !blocked) setAsked(one);
    else void change(one, null);
  };
  const change = async ({ role, party }: Membership, pin: string | null): Promise<void> => {
    if (isBusy || blocked) return;
    setBusy(true);
    const outcome = await attempt(SwitchRole, { input: { partyId: party.id, role, pin } });
    setBusy(false);
    if ('notDone' in outcome) {
      setNotDone(outcome.notDone);
      // It may have been done and only not been heard.
      void followAnew();
      return;
    }
    setAsked(null);
    await forgetReads();
    signedIn(sessionOf(outcome.answer));
    route('/app', true);
  };
  const leaveProfile = async (): Promise<void> => {
    if (blocked || !me) return;
    try {
      await ask(LeaveProfile, {});
    } catch (notSent) {
      if (!(notSent instanceof Fault)) throw notSent;
      setNotDone({ ...shellSay().faults[notSent.code], field: null });
      return;
    }
    await forgetReads();
    signedIn(sessionOf({ person: me.person, role: 'NEWCOMER', party: null }));
    refresh();
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
        <NotDone why={asked ? null : notDone} />
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
                onClick={() => choose(one)}
              >
                <Icon name={one.hasPin ? 'lock' : 'person'} />
                <span>
                  {one.party.name} · {words.roles[one.role]}
                  {one.hasPin && ` · ${pinSay().locked}`}
                </span>
              </button>
            ))}
          </section>
        )}
        {own?.role === 'GROWER' && (
          <OwnPin hasPin={own.hasPin} onChanged={refresh} onLeave={() => void leaveProfile()} />
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
      <PinSheet
        profile={asked?.party ?? null}
        phone={me?.person.phone ?? ''}
        notDone={notDone}
        onPin={(pin) => asked && void change(asked, pin)}
        onClose={() => setAsked(null)}
      />
    </Screen>
  );
}
