import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Id } from '../../../../../src/kernel/id.js';
import { sumGrams } from '../../../../../src/kernel/units.js';
import { newId } from '../../offline/new-id.js';
import { noted } from '../../offline/phone.js';
import { Button } from '../../ui/button.js';
import { Sheet } from '../../ui/sheet.js';
import { fmt } from '../../words/words.js';
import type { Lot } from './documents.js';
import { goodsOfLot } from './goods.js';
import { needsPhoto } from './lot-draft.js';
import { beginLot, draftFrom, repeatLot } from './offer-lot.js';
import { say } from './words.js';

/** "Đăng lại như lần trước": two taps, and ten seconds to think better of it. */
export function RepeatLot({ lot }: { lot: Lot }) {
  const words = say();
  const { route } = useLocation();
  // The id of the lot to be, for as long as it is asked about.
  const [asked, setAsked] = useState<Id | null>(null);
  const total = sumGrams(lot.grades.map(({ offeredGrams }) => offeredGrams));
  const [load, goods] = [fmt().kg(total), goodsOfLot(lot)];
  // The market takes a large lot only with a picture, so that one goes through the form.
  const mustBeEdited = needsPhoto(total) && lot.photoUrl === null;

  const edit = async (): Promise<void> => {
    route(await beginLot(draftFrom(lot), lot.id));
  };
  const repeat = async (): Promise<void> => {
    if (asked === null) return;
    setAsked(null);
    const title = words.repeatTitle(load, goods);
    const act = await repeatLot(lot, asked, title);
    noted(words.noted(load), act);
  };
  return (
    <>
      <Button
        isWide
        icon="refresh"
        onPress={() => (mustBeEdited ? void edit() : setAsked(newId()))}
      >
        {words.repeat}: {load} {goods}
      </Button>
      <Sheet
        title={words.repeatAsk(load, goods)}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
      >
        <Button look="main" isWide onPress={() => void repeat()}>
          {words.repeatYes}
        </Button>
        <Button isWide icon="edit" onPress={() => void edit()}>
          {words.repeatEdit}
        </Button>
        <Button look="quiet" isWide onPress={() => setAsked(null)}>
          {words.repeatNo}
        </Button>
      </Sheet>
    </>
  );
}
