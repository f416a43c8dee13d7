import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { readPastedPost, type PastedPost } from '../../../../../src/lots/domain/pasted-post.js';
import { newId } from '../../offline/new-id.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Choices, Field } from '../../ui/field.js';
import { Slip } from '../../ui/slip.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { CropBook, type Crop } from './documents.js';
import type { LotDraft } from './lot-draft.js';
import { beginLot } from './offer-lot.js';
import { say } from './paste-words.js';

const LONGEST_POST = 1_000;

/** A post of a chat group becomes the beginning of a lot; nothing is offered before the person has looked at it. */
export default function PastePostScreen() {
  const words = say();
  const { route } = useLocation();
  const book = useRead(CropBook, {});
  const [post, setPost] = useState('');
  const [chosenGrade, setChosenGrade] = useState<string | null>(null);
  const crops = book.data?.crops ?? [];
  const read = post.trim() === '' ? null : readPastedPost(post, crops.map(inPosts));
  const crop = crops.find(({ code }) => code === read?.cropCode);
  const gradeCode = read?.gradeCode ?? chosenGrade;

  const goOn = async (): Promise<void> => {
    if (!read) return;
    const { cropCode, varietyCode, grams, vndPerKg, daysAhead } = read;
    const isWhole = cropCode !== null && gradeCode !== null && grams !== null;
    const contents: Partial<LotDraft> = {
      cropCode: cropCode ?? '',
      varietyCode,
      lines: isWhole ? [{ gradeCode, grams, askVndPerKg: vndPerKg }] : [],
      daysAhead: daysAhead ?? 1,
      step: isWhole ? 'check' : cropCode === null ? 'crop' : 'grades',
    };
    route(await beginLot(contents, newId()));
  };

  return (
    <Screen
      title={words.title}
      code="A16"
      back="/app/lo"
      action={
        read && (
          <Button look="main" isWide onPress={() => void goOn()}>
            {words.goOn}
          </Button>
        )
      }
    >
      <div class="stack">
        {!book.data && book.isLoading && <Skeleton rows={3} />}
        {!book.data && book.fault && <ErrorState fault={book.fault} onRetry={book.refresh} />}
        {book.data && (
          <Field id="post" label={words.post} hint={words.postHint}>
            {(tied) => (
              <textarea
                class="input"
                rows={5}
                maxLength={LONGEST_POST}
                {...tied}
                value={post}
                onInput={({ currentTarget }) => setPost(currentTarget.value)}
              />
            )}
          </Field>
        )}
        {read && <WhatWasRead read={read} crop={crop} gradeCode={gradeCode} />}
        {crop && read?.gradeCode === null && (
          <Choices
            name="grade"
            legend={words.whichGrade}
            choices={crop.grades.map((grade) => ({
              value: grade.code,
              label: titled(named(grade)),
            }))}
            value={chosenGrade}
            onChange={setChosenGrade}
          />
        )}
      </div>
    </Screen>
  );
}

interface WhatWasReadProps {
  read: PastedPost;
  crop: Crop | undefined;
  gradeCode: string | null;
}

function WhatWasRead({ read, crop, gradeCode }: WhatWasReadProps) {
  const words = say();
  const variety = crop?.varieties.find(({ code }) => code === read.varietyCode);
  const grade = crop?.grades.find(({ code }) => code === gradeCode);
  const goods = variety ?? crop;
  return (
    <Slip
      title={words.read}
      lines={[
        { label: words.crop, value: goods ? titled(named(goods)) : words.unclear },
        { label: words.grade, value: grade ? titled(named(grade)) : words.unclear },
        { label: words.weight, value: read.grams === null ? words.unclear : fmt().kg(read.grams) },
        {
          label: words.price,
          value: read.vndPerKg === null ? words.orderPrice : fmt().perKg(read.vndPerKg),
        },
        { label: words.day, value: words.days[read.daysAhead ?? 1] ?? '' },
      ]}
    >
      <p class="earth">{words.phoneGone}</p>
    </Slip>
  );
}

const inPosts = ({ code, nameVi, varieties, grades }: Crop) => ({
  code,
  names: [nameVi],
  varieties: varieties.map((variety) => ({ code: variety.code, names: [variety.nameVi] })),
  grades: grades.map((grade) => ({ code: grade.code, names: [grade.nameVi] })),
});
