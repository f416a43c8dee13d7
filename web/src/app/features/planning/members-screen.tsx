import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { dayOf, plusDays } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { sumGrams } from '../../../../../src/kernel/units.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Switch, TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { beginLot } from '../lots/offer-lot.js';
import { Reports } from './documents.js';
import { membersOf, membersRange, plain, type Member } from './reports.js';
import { say } from './words.js';

/** The clerk's list: who has said what for tomorrow, who has not, and doing it for them. */
export default function MembersScreen() {
  const words = say().clerk;
  const today = dayOf(new Date());
  const tomorrow = plusDays(today, 1);
  const { data, at, isKept, isLoading, fault, refresh } = useRead(Reports, membersRange(today));
  const [name, setName] = useState('');
  const [isSilentOnly, setSilentOnly] = useState(false);
  const members = membersOf(data?.myForecasts ?? [], tomorrow);
  const silent = members.filter(({ grams }) => grams === null);
  const shown = members.filter(
    (member) =>
      plain(member.name).includes(plain(name.trim())) && (!isSilentOnly || member.grams === null),
  );
  return (
    <Screen title={words.title} code="H2" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && members.length === 0 && (
          <EmptyState
            picture={<Icon name="people" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {members.length > 0 && (
          <>
            <Slip
              title={words.tomorrow}
              aside={
                <span class="num">
                  {words.reported(
                    fmt().number(members.length - silent.length),
                    fmt().number(members.length),
                  )}
                </span>
              }
              lines={[
                {
                  label: words.lastTime,
                  value: fmt().kg(sumGrams(silent.map(({ before }) => before ?? 0))),
                },
                {
                  label: words.sum,
                  value: fmt().kg(sumGrams(members.map(({ grams }) => grams ?? 0))),
                  kind: 'sum',
                },
              ]}
            >
              <p class="earth">{words.scope}</p>
            </Slip>
            <TextField
              id="find"
              label={words.search}
              hint={words.searchHint}
              autocomplete="off"
              maxLength={60}
              value={name}
              onChange={setName}
            />
            <Switch label={words.onlySilent} isOn={isSilentOnly} onChange={setSilentOnly} />
            {shown.length === 0 && <p class="earth">{words.noMatch}</p>}
            {shown.map((member) => (
              <MemberCard key={member.id} member={member} />
            ))}
          </>
        )}
        <LinkButton isWide icon="plus" href="/app/them-ho">
          {words.more}
        </LinkButton>
        <LinkButton isWide icon="permit" href="/app/xin-phep">
          {words.ask}
        </LinkButton>
      </div>
    </Screen>
  );
}

function MemberCard({ member }: { member: Member }) {
  const words = say().clerk;
  const { route } = useLocation();
  const { id, name, grams, before } = member;
  const sell = async (): Promise<void> => {
    route(await beginLot({ household: { id: id as Id, name } }, id));
  };
  return (
    <Card
      title={name}
      aside={
        grams === null ? (
          <Chip tone="amber" icon="waiting">
            {words.saidNothing}
          </Chip>
        ) : (
          <b class="num">{fmt().kg(grams)}</b>
        )
      }
    >
      {grams === null && before !== null && <p class="earth">{words.last(fmt().kg(before))}</p>}
      <div class="pair">
        <LinkButton isWide icon="edit" href={`/app/bao?ho=${id}&ten=${encodeURIComponent(name)}`}>
          {words.report}
        </LinkButton>
        <Button isWide icon="stall" onPress={() => void sell()}>
          {words.sell}
        </Button>
      </div>
    </Card>
  );
}
