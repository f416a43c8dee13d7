import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { InviteMember } from '../accounts/invite-member.js';
import { HouseholdList } from './household-list.js';
import { say } from './roster-words.js';

/** Households that are not here yet: a cooperative asks one by telephone number; a list comes as a sheet. */
export default function NewHouseholdsScreen() {
  const isClerk = session.value?.role === 'COOP_CLERK';
  return (
    <Screen title={say().title} code="H11" back={isClerk ? '/app/htx' : '/app'}>
      <div class="stack loose">
        {isClerk && <InviteMember />}
        <HouseholdList />
      </div>
    </Screen>
  );
}
