import { useDeed } from '../../api/use-deed.js';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { toast } from '../../ui/toast.js';
import { say } from './invitation-words.js';

const MyInvitations = graphql(`
  query MyInvitations {
    myInvitations {
      id
      coop {
        name
      }
    }
  }
`);
type Invited = ResultOf<typeof MyInvitations>['myInvitations'][number];

const AnswerInvitation = graphql(`
  mutation AnswerInvitation($input: AnswerInvitationInput!) {
    answerInvitation(input: $input) {
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

/** Cooperatives that wait for the household's yes or no; nothing when none does. */
export function Invitations() {
  const { data, refresh } = useRead(MyInvitations, {});
  return (
    <>
      {data?.myInvitations.map((invited) => (
        <InvitationCard key={invited.id} invited={invited} onAnswered={refresh} />
      ))}
    </>
  );
}

function InvitationCard({ invited, onAnswered }: { invited: Invited; onAnswered: () => void }) {
  const words = say();
  const deed = useDeed();
  const { id, coop } = invited;
  const answer = async (accept: boolean): Promise<void> => {
    if (!(await deed.run(AnswerInvitation, { invitationId: id, accept }))) return;
    toast(accept ? words.joined(coop.name) : words.declined);
    onAnswered();
  };
  return (
    <Card title={words.title(coop.name)}>
      <p>{words.note}</p>
      <NotDone why={deed.notDone} />
      <Button look="main" isWide icon="check" onPress={() => void answer(true)}>
        {words.join}
      </Button>
      <Button isWide icon="cross" onPress={() => void answer(false)}>
        {words.decline}
      </Button>
    </Card>
  );
}
