import { useState } from 'preact/hooks';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { toast } from '../../ui/toast.js';
import { phoneText } from '../../words/format.js';
import { bilingual, fmt } from '../../words/words.js';

const CoopInvitations = graphql(`
  query CoopInvitations {
    coopInvitations(first: 20) {
      nodes {
        id
        phone
        state
        createdAt
        household {
          name
        }
      }
    }
  }
`);

const Invite = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on Invitation {
        id
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

type Invitation = ResultOf<typeof CoopInvitations>['coopInvitations']['nodes'][number];

const say = bilingual(
  {
    title: 'Mời hộ vào hợp tác xã',
    phone: 'Số điện thoại của hộ',
    hint: 'Hộ nhận tin nhắn và trả lời trên máy của mình.',
    invite: 'Mời',
    invited: (phone: string) => `Đã mời ${phone}`,
    asked: (time: string) => `mời lúc ${time}`,
    state: {
      WAITING: 'chờ trả lời',
      ACCEPTED: 'đã vào',
      DECLINED: 'không vào',
      LAPSED: 'quá 30 ngày',
    },
  },
  {
    title: 'Invite to the cooperative',
    phone: 'Telephone number of the household',
    hint: 'It gets a message and answers on its own phone.',
    invite: 'Invite',
    invited: (phone: string) => `${phone} is invited`,
    asked: (time: string) => `asked ${time}`,
    state: {
      WAITING: 'no answer yet',
      ACCEPTED: 'joined',
      DECLINED: 'said no',
      LAPSED: 'over 30 days',
    },
  },
);

const TONES = { WAITING: 'amber', ACCEPTED: 'green', DECLINED: 'plain', LAPSED: 'plain' } as const;
const ICONS = {
  WAITING: 'waiting',
  ACCEPTED: 'check',
  DECLINED: 'cross',
  LAPSED: 'clock',
} as const;

/** A cooperative asks a household to join, and sees what came of it. */
export function InviteMember() {
  const words = say();
  const deed = useDeed();
  const { data, refresh } = useRead(CoopInvitations, {});
  const [phone, setPhone] = useState('');
  const { notDone } = deed;
  const invite = async (): Promise<void> => {
    if (!(await deed.run(Invite, { phone }))) return;
    toast(words.invited(phone));
    setPhone('');
    refresh();
  };
  return (
    <Card title={words.title}>
      <TextField
        id="invited"
        label={words.phone}
        hint={words.hint}
        error={saidAt(notDone, 'phone')}
        inputMode="tel"
        autocomplete="off"
        maxLength={20}
        value={phone}
        onChange={setPhone}
      />
      <NotDone why={saidElsewhere(notDone, 'phone')} />
      <Button
        look="main"
        isWide
        isDisabled={phone.trim() === '' || deed.isBusy}
        onPress={() => void invite()}
      >
        {words.invite}
      </Button>
      <ul class="list">
        {data?.coopInvitations.nodes.map((one) => (
          <InvitationRow key={one.id} {...one} />
        ))}
      </ul>
    </Card>
  );
}

function InvitationRow({ phone, state, createdAt, household }: Invitation) {
  const words = say();
  return (
    <li class="row apart">
      <span>
        <b class="num">{household?.name ?? phoneText(phone)}</b>
        <br />
        <span class="earth">{words.asked(fmt().moment(new Date(createdAt), new Date()))}</span>
      </span>
      <Chip tone={TONES[state]} icon={ICONS[state]}>
        {words.state[state]}
      </Chip>
    </li>
  );
}
