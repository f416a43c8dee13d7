import { useState } from 'preact/hooks';
import { dayOf } from '../../../../../src/kernel/day.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { Chip } from '../../ui/chips.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { Table, type Column } from '../../ui/table.js';
import { dayText } from '../../words/format.js';
import { EndRulePack, type PermitDesk } from './office-documents.js';
import { say } from './office-words.js';

type Pack = ResultOf<typeof PermitDesk>['rulePacks'][number];

interface RulePacksProps {
  packs: readonly Pack[];
  onEnded: () => void;
}

const day = (iso: string): string => dayText(dayOf(new Date(iso)));

/** Every decree with its dates; one in force can be ended now, and trips need its papers no more. */
export function RulePacks({ packs, onEnded }: RulePacksProps) {
  const words = say();
  const deed = useDeed();
  const [asked, setAsked] = useState<Pack | null>(null);
  const end = async (code: string): Promise<void> => {
    setAsked(null);
    if (await deed.run(EndRulePack, { code })) onEnded();
  };
  const columns: Column<Pack>[] = [
    { key: 'name', title: words.pack, cell: ({ nameVi }) => nameVi, by: ({ nameVi }) => nameVi },
    {
      key: 'from',
      title: words.from,
      cell: ({ effectiveFrom }) => <span class="num">{day(effectiveFrom)}</span>,
      by: ({ effectiveFrom }) => effectiveFrom,
    },
    {
      key: 'to',
      title: words.to,
      cell: ({ effectiveTo }) => (
        <span class="num">{effectiveTo === null ? words.open : day(effectiveTo)}</span>
      ),
      by: ({ effectiveTo }) => effectiveTo ?? '9',
    },
    {
      key: 'state',
      title: words.state,
      cell: (pack) =>
        pack.isInForce ? (
          <span class="row">
            <Chip tone="green" icon="check">
              {words.inForce}
            </Chip>
            <button
              type="button"
              class="btn stop"
              aria-label={words.endOf(pack.nameVi)}
              onClick={() => setAsked(pack)}
            >
              {words.end}
            </button>
          </span>
        ) : (
          <span class="earth">
            {Date.parse(pack.effectiveFrom) > Date.now() ? words.coming : words.over}
          </span>
        ),
    },
  ];
  return (
    <section class="stack">
      <NotDone why={deed.notDone} />
      <Table
        caption={words.packs}
        columns={columns}
        rows={packs}
        rowKey={({ code, version }) => `${code}/${version}`}
        sortedBy={{ key: 'from', isFalling: true }}
      />
      <ConfirmSheet
        title={words.endOf(asked?.nameVi ?? '')}
        note={words.endNote}
        yes={words.endYes}
        no={words.keep}
        isOpen={asked !== null}
        onYes={() => asked && void end(asked.code)}
        onNo={() => setAsked(null)}
      />
    </section>
  );
}
