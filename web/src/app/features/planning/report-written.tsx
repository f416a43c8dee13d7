import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Id } from '../../../../../src/kernel/id.js';
import type { Grams } from '../../../../../src/kernel/units.js';
import { newId } from '../../offline/new-id.js';
import { noted, queue } from '../../offline/phone.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Receipt } from '../../ui/sheet.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Crop } from '../lots/documents.js';
import { emptyDraft, needsPhoto, type LotDraft } from '../lots/lot-draft.js';
import { beginLot, offerLot } from '../lots/offer-lot.js';
import { say } from './words.js';

export interface Written {
  actId: Id;
  cropCode: string;
  weight: Grams;
  daysAhead: number;
}

interface ReportWrittenProps {
  written: Written;
  crop: Crop | undefined;
  household: { id: Id; name: string } | null;
  home: string;
  onMore: () => void;
}

/** After a report: what was written and where it is, and from the number a lot in one tap (PL-06). */
export function ReportWritten({ written, crop, household, home, onMore }: ReportWrittenProps) {
  const words = say();
  const { route } = useLocation();
  const [lotId] = useState(newId);
  const [offered, setOffered] = useState<Id | null>(null);
  const { weight, daysAhead, actId } = written;
  const name = crop ? named(crop) : '';
  const day = words.days[daysAhead] ?? '';
  const act = queue.value.find(({ id }) => id === actId);
  const unsorted = crop?.grades.find(({ code }) => code === 'XO') ?? crop?.grades.at(-1);
  const canOffer = weight > 0 && unsorted !== undefined && offered === null;

  const lot: Partial<LotDraft> = {
    household,
    cropCode: written.cropCode,
    varietyCode: crop?.varieties.length === 1 ? (crop.varieties[0]?.code ?? null) : null,
    daysAhead,
  };
  const offer = async (): Promise<void> => {
    if (!unsorted) return;
    const line = { gradeCode: unsorted.code, grams: weight, askVndPerKg: null };
    if (needsPhoto(weight)) {
      route(await beginLot({ ...lot, step: 'check', lines: [line] }, actId));
      return;
    }
    const title = words.sold(fmt().kg(weight), name);
    const draft = { ...emptyDraft(lotId), ...lot, lines: [line] };
    const waiting = await offerLot(draft, title, true);
    setOffered(waiting.id);
    noted(words.soldNow(fmt().kg(weight)), waiting, () => setOffered(null));
  };
  const sort = async (): Promise<void> => {
    route(await beginLot({ ...lot, step: 'grades' }, actId));
  };

  return (
    <Receipt
      title={
        weight === 0
          ? titled(words.writtenNone(name, day))
          : words.written(fmt().kg(weight), name, day)
      }
    >
      {act && (
        <p class="earth" role="status">
          {act.refusal ? `${act.refusal.message} ${act.refusal.nextStep}` : words.state[act.state]}
        </p>
      )}
      {canOffer && (
        <>
          <Button look="main" isWide icon="stall" onPress={() => void offer()}>
            {words.sellNow}: {fmt().kg(weight)}
          </Button>
          <p class="earth">{needsPhoto(weight) ? words.sellPhoto : words.sellNote}</p>
          <Button isWide onPress={() => void sort()}>
            {words.sellGraded}
          </Button>
        </>
      )}
      {offered !== null && (
        <>
          <p class="row beside">
            <Icon name="stall" />
            <b>{words.soldNow(fmt().kg(weight))}</b>
          </p>
          <LinkButton isWide href="/app/lo" icon="stall">
            {words.seeLots}
          </LinkButton>
        </>
      )}
      <Button isWide icon="plus" onPress={onMore}>
        {words.more}
      </Button>
      <LinkButton isWide href={home} icon="home">
        {words.home}
      </LinkButton>
    </Receipt>
  );
}
