import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { session, signedIn } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { HandIn, MyParty, WritePapers } from './papers-documents.js';
import { say } from './party-words.js';

interface Papers {
  kind: 'TRADER' | 'TRANSPORTER';
  name: string;
  unitId: string;
  taxCode: string;
  plate: string;
}

const EMPTY: Papers = { kind: 'TRADER', name: '', unitId: '', taxCode: '', plate: '' };
const isFirm = (kind: string): kind is Papers['kind'] =>
  kind === 'TRADER' || kind === 'TRANSPORTER';

/** A trader's or transporter's papers: written, handed in, and how they stand. */
export default function PapersScreen() {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(MyParty, {});
  const party = data?.myParty;
  const own = party && isFirm(party.kind) ? party : undefined;
  const handing = useDeed();
  const handIn = async (): Promise<void> => {
    if (await handing.run(HandIn, {})) refresh();
  };
  return (
    <Screen title={words.papers} code="T6" back="/app/cai-dat">
      <div class="stack">
        {!data && isLoading && <Skeleton rows={4} height={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {own && (
          <Card
            title={own.name}
            aside={
              <Chip
                tone={own.state === 'ACTIVE' ? 'green' : 'amber'}
                icon={own.state === 'ACTIVE' ? 'check' : 'waiting'}
              >
                {words.states[own.state]}
              </Chip>
            }
          >
            <p class="num">{[own.taxCode, own.plate].filter(Boolean).join(' · ')}</p>
            {own.stateReason && (
              <p class="wrong">
                <span>
                  <b>{own.state === 'DRAFT' ? words.sentBack : words.states[own.state]}:</b>{' '}
                  {own.stateReason}
                </span>
              </p>
            )}
            {own.state === 'PENDING_APPROVAL' && <p>{words.waitingNote}</p>}
            {own.state === 'SUSPENDED' && <p>{words.suspendedNote}</p>}
            {own.state === 'ACTIVE' && <p>{words.activeNote}</p>}
            <NotDone why={handing.notDone} />
            {own.state === 'DRAFT' && (
              <Button look="main" isWide isDisabled={handing.isBusy} onPress={() => void handIn()}>
                {words.handIn}
              </Button>
            )}
          </Card>
        )}
        {data && (!own || own.state === 'DRAFT') && (
          <PapersForm
            partyId={own?.id ?? null}
            written={
              own && isFirm(own.kind)
                ? {
                    kind: own.kind,
                    name: own.name,
                    unitId: own.communeId ?? '',
                    taxCode: own.taxCode ?? '',
                    plate: own.plate ?? '',
                  }
                : EMPTY
            }
            communes={data.adminUnits.filter(
              ({ kind }) => kind === 'COMMUNE' || kind === 'TOWNSHIP',
            )}
            onSaved={refresh}
          />
        )}
      </div>
    </Screen>
  );
}

interface FormProps {
  partyId: string | null;
  written: Papers;
  communes: readonly { id: string; name: string }[];
  onSaved: () => void;
}

function PapersForm({ partyId, written, communes, onSaved }: FormProps) {
  const words = say();
  const draftKey = `papers:${partyId ?? 'new'}`;
  const deed = useDeed(draftKey);
  const { value, change, discard } = useDraft(draftKey, written);
  if (!value) return null;
  const set = (part: Partial<Papers>): void => change({ ...value, ...part });
  const isWhole = value.name.trim() !== '' && value.taxCode.trim() !== '' && value.unitId !== '';
  const save = async (): Promise<void> => {
    const saved = await deed.run(WritePapers, { ...value, partyId });
    if (!saved) return;
    discard(value);
    // The server now acts for the new firm in this session; the phone follows.
    if (session.value && partyId === null) {
      signedIn({ ...session.value, role: value.kind, partyId: saved.id });
    }
    onSaved();
  };
  return (
    <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
      <p>{words.papersIntro}</p>
      {partyId === null && (
        <Choices
          name="kind"
          legend={words.kind}
          choices={(['TRADER', 'TRANSPORTER'] as const).map((kind) => ({
            value: kind,
            label: words.kinds[kind],
          }))}
          value={value.kind}
          onChange={(kind) => set({ kind })}
        />
      )}
      <TextField
        id="name"
        label={words.name}
        error={saidAt(deed.notDone, 'name')}
        autocomplete="off"
        maxLength={80}
        value={value.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        id="taxCode"
        label={words.taxCode}
        hint={words.taxCodeHint}
        error={saidAt(deed.notDone, 'taxCode')}
        inputMode="numeric"
        autocomplete="off"
        maxLength={20}
        value={value.taxCode}
        onChange={(taxCode) => set({ taxCode })}
      />
      <TextField
        id="plate"
        label={words.plate}
        hint={words.plateHint}
        error={saidAt(deed.notDone, 'plate')}
        isOptional
        autocomplete="off"
        maxLength={14}
        value={value.plate}
        onChange={(plate) => set({ plate })}
      />
      <Choices
        name="commune"
        legend={words.commune}
        choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.unitId || null}
        onChange={(unitId) => set({ unitId })}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'name', 'taxCode', 'plate')} />
      <Button
        look="main"
        isWide
        type="submit"
        isDisabled={deed.isBusy || !isWhole}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
    </form>
  );
}
