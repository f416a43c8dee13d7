import { useLocation } from 'preact-iso/router';
import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { LotToOffer, MakeAnOffer } from './documents.js';
import {
  EMPTY_OFFER,
  isDoubtful,
  linesOf,
  termsInput,
  worthOf,
  type OfferDraft,
} from './offer-draft.js';
import { aboveForm, OfferForm } from './offer-form.js';
import { say } from './words.js';

/** A trader names his price for a lot. What he typed stays on the phone until it is sent. */
export default function NewOfferScreen({ params }: RouteProps) {
  const words = say();
  const { route } = useLocation();
  const id = params['id'] ?? '';
  const { data, fault, refresh } = useRead(LotToOffer, { id });
  const { value: draft, change, discard } = useDraft<OfferDraft>(`offer:${id}`, EMPTY_OFFER);
  const deed = useDeed(`offer:${id}`);
  const lot = data?.lot;
  if (!data || !draft || !lot) {
    return (
      <Screen title={words.makeTitle} code="N3" back="/app">
        {fault && !data ? <ErrorState fault={fault} onRetry={refresh} /> : null}
        {!fault && !data && <Skeleton rows={4} />}
        {data && !lot && (
          <EmptyState picture={<Icon name="search" size={56} />} title={words.noTalk} />
        )}
      </Screen>
    );
  }
  const lines = linesOf(draft);

  const send = async (): Promise<void> => {
    const made = await deed.run(MakeAnOffer, {
      ...termsInput(draft),
      lots: [{ lotId: id, lines: lines.map((line) => ({ ...line, resetPrice: null })) }],
      readyFrom: lot.readyFrom,
      readyTo: lot.readyTo,
      isPhoneDeal: false,
      buyerPhone: null,
    });
    const [opened] = made?.opened ?? [];
    if (!opened) return;
    discard();
    route(`/app/mac-ca/${opened.id}`);
  };

  return (
    <Screen
      title={words.makeTitle}
      code="N3"
      back={`/app/lo/${id}`}
      action={
        <Button
          look="main"
          isWide
          isDisabled={lines.length === 0 || isDoubtful(draft) || deed.isBusy}
          onPress={() => void send()}
        >
          {lines.length === 0 ? words.needLine : words.sendOffer(fmt().vnd(worthOf(lines)))}
        </Button>
      }
    >
      <div class="stack">
        <p>
          <b>{words.lot(titled(named(lot.crop)), lot.commune.name)}</b>
        </p>
        <NotDone why={aboveForm(deed.notDone)} />
        <OfferForm
          grades={lot.grades.filter(({ freeGrams }) => freeGrams > 0)}
          draft={draft}
          onChange={change}
          notDone={deed.notDone}
        />
      </div>
    </Screen>
  );
}
