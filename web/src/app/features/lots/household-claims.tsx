import { useState } from 'preact/hooks';
import { dayOf, isDay } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { newId } from '../../offline/new-id.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Choices, Field, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { dayText } from '../../words/format.js';
import { DeclareClaim, WithdrawClaim, type Selling } from './selling-documents.js';
import { say } from './selling-words.js';

type Claim = ResultOf<typeof Selling>['householdClaims'][number];

interface ClaimsProps {
  claims: readonly Claim[];
  householdId: Id | null;
  onDone: () => void;
}

/** Certificates and growing-area codes as the household declares them, and whether the commune has seen the paper. */
export function Claims({ claims, householdId, onDone }: ClaimsProps) {
  const words = say();
  const deed = useDeed();
  const [isAdding, setAdding] = useState(false);
  const drop = async (claimId: string): Promise<void> => {
    if (await deed.run(WithdrawClaim, { claimId: claimId as Id }, claimId)) onDone();
  };
  return (
    <Card title={words.claims}>
      <p class="earth">{words.claimsNote}</p>
      <ul class="list">
        {claims.map(({ id, kind, number, validFrom, validTo, isVouched }) => (
          <li key={id} class="row apart">
            <span>
              <b>{words.kinds[kind]}</b> {number}
              <br />
              <span class="earth">
                {words.valid(dayText(validFrom), validTo && dayText(validTo))} ·{' '}
                {isVouched ? words.vouched : words.declared}
              </span>
            </span>
            <Button icon="trash" isDisabled={deed.isBusy} onPress={() => void drop(id)}>
              {words.drop}
            </Button>
          </li>
        ))}
      </ul>
      <NotDone why={deed.notDone} />
      {isAdding ? (
        <NewClaim
          householdId={householdId}
          onDone={() => {
            setAdding(false);
            onDone();
          }}
        />
      ) : (
        <Button isWide icon="plus" onPress={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
    </Card>
  );
}

function NewClaim({ householdId, onDone }: Pick<ClaimsProps, 'householdId' | 'onDone'>) {
  const words = say();
  const deed = useDeed();
  const [claimId] = useState(newId);
  const [kind, setKind] = useState<Claim['kind']>('VIETGAP');
  const [number, setNumber] = useState('');
  const [validFrom, setFrom] = useState<string>(dayOf(new Date()));
  const [validTo, setTo] = useState('');
  const declare = async (): Promise<void> => {
    if (!isDay(validFrom)) return;
    const claim = { claimId, householdId, kind, number, validFrom, cropCode: null, proofId: null };
    if (await deed.run(DeclareClaim, { ...claim, validTo: isDay(validTo) ? validTo : null }))
      onDone();
  };
  const days = [
    {
      id: 'valid-from',
      input: 'validFrom',
      label: words.from,
      value: validFrom,
      isOptional: false,
    },
    { id: 'valid-to', input: 'validTo', label: words.to, value: validTo, isOptional: true },
  ];
  const setDay = (id: string, day: string): void => {
    if (id === 'valid-to') setTo(day);
    else setFrom(day);
  };
  return (
    <div class="stack">
      <Choices
        name="kind"
        legend={words.kind}
        choices={(Object.keys(words.kinds) as Claim['kind'][]).map((value) => ({
          value,
          label: words.kinds[value],
        }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        id="number"
        label={words.number}
        autocomplete="off"
        maxLength={60}
        error={saidAt(deed.notDone, 'number')}
        value={number}
        onChange={setNumber}
      />
      {days.map(({ id, input, label, value, isOptional }) => (
        <Field key={id} {...{ id, label, isOptional }} error={saidAt(deed.notDone, input)}>
          {(tied) => (
            <input
              class="input"
              type="date"
              {...tied}
              value={value}
              onChange={({ currentTarget }) => setDay(id, currentTarget.value)}
            />
          )}
        </Field>
      ))}
      <NotDone why={saidElsewhere(deed.notDone, 'number', 'validFrom', 'validTo')} />
      <Button
        look="main"
        isWide
        isDisabled={number.trim() === '' || !isDay(validFrom) || deed.isBusy}
        onPress={() => void declare()}
      >
        {words.declare}
      </Button>
    </div>
  );
}
