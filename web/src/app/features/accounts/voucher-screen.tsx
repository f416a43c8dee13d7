import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { graphql } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { clockText } from '../../words/format.js';
import { isWhole, NOBODY, PhoneReasonField } from './phone-reason-field.js';
import { say } from './voucher-words.js';

const IssueCode = graphql(`
  mutation IssueCode($input: IssueSignInCodeInput!) {
    issueSignInCode(input: $input) {
      __typename
      ... on SignInCode {
        code
        expiresAt
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

/** At the counter of a commune: a code for somebody whom the officer has seen. */
export default function VoucherScreen() {
  const words = say();
  const deed = useDeed();
  const [whom, setWhom] = useState(NOBODY);
  const [issued, setIssued] = useState<{ code: string; until: Date } | null>(null);
  const issue = async (): Promise<void> => {
    const done = await deed.run(IssueCode, whom);
    if (done) setIssued({ code: done.code, until: new Date(done.expiresAt) });
  };
  const again = (): void => {
    setIssued(null);
    setWhom(NOBODY);
  };
  return (
    <Screen title={words.title} code="M10" back="/app/cai-dat">
      {issued ? (
        <div class="stack loose" role="status">
          <Card title={words.read} isPanel>
            <p class="said num">{`${issued.code.slice(0, 3)} ${issued.code.slice(3)}`}</p>
            <p>{words.note(clockText(issued.until))}</p>
          </Card>
          <Button isWide onPress={again}>
            {words.another}
          </Button>
        </div>
      ) : (
        <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
          <p>{words.intro}</p>
          {!isOnline.value && <p class="stale">{words.needLine}</p>}
          <PhoneReasonField
            id="voucher"
            labels={words}
            longestReason={200}
            value={whom}
            onChange={setWhom}
            notDone={deed.notDone}
          />
          <Button
            look="main"
            isWide
            type="submit"
            isDisabled={deed.isBusy || !isOnline.value || !isWhole(whom)}
            onPress={() => void issue()}
          >
            {words.issue}
          </Button>
        </form>
      )}
    </Screen>
  );
}
