import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { LOOKS } from './backup-look.js';
import { MyBackups, RespondBackup, type OwnBackup } from './documents.js';
import { say } from './words.js';

/** What a household is asked to keep ready for an order, and its soft yes or no. */
export default function MyBackupsScreen() {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(MyBackups, {});
  const deed = useDeed();
  const backups = data?.myBackups;

  const answer = async (backupId: string, accept: boolean): Promise<void> => {
    await deed.run(RespondBackup, { backupId, accept }, backupId);
    refresh();
  };
  return (
    <Screen title={words.mine} code="S1" back="/app/don">
      <div class="stack">
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {backups?.length === 0 && (
          <EmptyState picture={<Icon name="order" size={56} />} title={words.noneMine} />
        )}
        {backups && backups.length > 0 && <p class="earth">{words.mineNote}</p>}
        <NotDone why={deed.notDone} />
        {backups?.map((backup) => (
          <AskedBackup
            key={backup.id}
            backup={backup}
            isBusy={deed.isBusy}
            onAnswer={(accept) => void answer(backup.id, accept)}
          />
        ))}
      </div>
    </Screen>
  );
}

interface AskedBackupProps {
  backup: OwnBackup;
  isBusy: boolean;
  onAnswer: (accept: boolean) => void;
}

function AskedBackup({ backup, isBusy, onAnswer }: AskedBackupProps) {
  const words = say();
  const { state, grams, vndPerKg, crop, grade, household, readyFrom, releaseAt } = backup;
  const isOpen = state === 'ASKED' || state === 'READY';
  const moment = (at: string): string => fmt().moment(new Date(at), new Date());
  return (
    <Slip
      title={`${fmt().kg(grams)} ${named(crop)} ${named(grade)}`}
      aside={<Chip {...LOOKS[state]}>{words.states[state]}</Chip>}
      lines={[
        { label: words.order, value: backup.orderNumber },
        { label: words.price, value: fmt().perKg(vndPerKg) },
        { label: words.from, value: moment(readyFrom) },
        { label: words.free, value: moment(releaseAt) },
      ]}
    >
      {session.value?.role === 'COOP_CLERK' && household && <p class="lead">{household.name}</p>}
      {isOpen && (
        <div class="stack tight">
          {state === 'ASKED' && (
            <Button
              look="main"
              icon="check"
              isWide
              isDisabled={isBusy}
              onPress={() => onAnswer(true)}
            >
              {words.yes}
            </Button>
          )}
          <Button isWide isDisabled={isBusy} onPress={() => onAnswer(false)}>
            {words.no}
          </Button>
        </div>
      )}
    </Slip>
  );
}
