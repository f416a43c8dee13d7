import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { Choices, Switch, TextField } from '../../ui/field.js';
import type { OrderDraft } from './order-draft.js';
import { say as sayPlan } from './plan-words.js';

interface OrderPolicyProps {
  legend: string;
  draft: OrderDraft;
  errorAt: (field: string) => string | undefined;
  onChange: (part: Partial<OrderDraft>) => void;
}

type Policy = OrderDraft['policy'];

const USUAL: readonly Policy[] = ['LOWEST_COST', 'FAIR_SHARE'];
const ALL: readonly Policy[] = [
  ...USUAL,
  'PRO_RATA',
  'SOONEST_EXPIRY',
  'FEWEST_STOPS',
  'FIRST_COME',
];

/** How lots are chosen: the two usual ways in sight, the others and the limits one tap away. */
export function OrderPolicy({ legend, draft, errorAt, onChange }: OrderPolicyProps) {
  const words = sayPlan();
  const [isOpen, setOpen] = useState(false);
  const codes = isOpen || !USUAL.includes(draft.policy) ? ALL : USUAL;
  return (
    <>
      <Choices
        name="policy"
        legend={legend}
        choices={codes.map((value) => ({ value, ...words.policies[value] }))}
        value={draft.policy}
        onChange={(policy) => onChange({ policy })}
      />
      {codes === USUAL && (
        <Button look="quiet" onPress={() => setOpen(true)}>
          {words.otherPolicies}
        </Button>
      )}
      <details open={errorAt('limits') !== undefined}>
        <summary>{words.limits}</summary>
        <div class="stack">
          <Switch
            label={words.crate}
            note={words.crateNote}
            isOn={draft.isCrated ?? false}
            onChange={(isCrated) => onChange({ isCrated })}
          />
          <Switch
            label={words.unsold}
            isOn={draft.isUnsoldFirst ?? false}
            onChange={(isUnsoldFirst) => onChange({ isUnsoldFirst })}
          />
          <Switch
            label={words.vietgap}
            isOn={draft.isVietgap ?? false}
            onChange={(isVietgap) => onChange({ isVietgap })}
          />
          <TextField
            id="household-part"
            label={words.householdPart}
            isOptional
            error={errorAt('limits.householdCapBp')}
            inputMode="decimal"
            value={draft.householdPercent ?? ''}
            onChange={(householdPercent) => onChange({ householdPercent })}
          />
          <TextField
            id="trucks"
            label={words.trucks}
            isOptional
            error={errorAt('limits.mostTruckloads')}
            inputMode="numeric"
            value={draft.trucks ?? ''}
            onChange={(trucks) => onChange({ trucks })}
          />
        </div>
      </details>
    </>
  );
}
