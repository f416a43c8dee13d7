import { useState } from 'preact/hooks';
import { dayOf, isDay } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import type { ResultOf } from '../../api/graphql.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { newId } from '../../offline/new-id.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Choices, Field, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
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
    if (await deed.run(WithdrawClaim, { claimId: claimId as Id })) onDone();
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
  const [validFrom, setFrom] = useState(dayOf(new Date()));
  const [validTo, setTo] = useState('');
  const declare = async (): Promise<void> => {
    const claim = { claimId, householdId, kind, number, validFrom, cropCode: null, proofId: null };
    if (await deed.run(DeclareClaim, { ...claim, validTo: isDay(validTo) ? validTo : null }))
      onDone();
  };
  const days = [
    { id: 'valid-from', label: words.from, value: validFrom as string, isOptional: false },
    { id: 'valid-to', label: words.to, value: validTo, isOptional: true },
  ];
  const setDay = (id: string, day: string): void => {
    if (id === 'valid-to') setTo(day);
    else if (isDay(day)) setFrom(day);
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
        value={number}
        onChange={setNumber}
      />
      {days.map(({ id, label, value, isOptional }) => (
        <Field key={id} {...{ id, label, isOptional }}>
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
      <NotDone why={deed.notDone} />
      <Button
        look="main"
        isWide
        isDisabled={number.trim() === '' || deed.isBusy || !isOnline.value}
        onPress={() => void declare()}
      >
        {words.declare}
      </Button>
    </div>
  );
}
