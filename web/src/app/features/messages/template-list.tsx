import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Field, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { Templates, WriteTemplate } from './admin-documents.js';
import { kindName, say } from './admin-words.js';

type Template = ResultOf<typeof Templates>['messageTemplates'][number];

/** Wordings in use, each with its channels in order; writing one anew makes a version. */
export function TemplateList() {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(Templates, {});
  const [edited, setEdited] = useState<Template | null>(null);
  return (
    <>
      <h2>{words.templates}</h2>
      {!data && isLoading && <Skeleton rows={4} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {data?.messageTemplates.map((template) => (
        <Card
          key={template.kind}
          title={kindName(template.kind)}
          aside={<span class="earth num">{words.version(template.version)}</span>}
        >
          <p class="earth">
            {template.channels.map((channel) => words.channels[channel]).join(' → ')} ·{' '}
            {words.patience(template.patienceMinutes)}
          </p>
          <p>{template.zalo}</p>
          <p class="earth">{template.sms}</p>
          <p class="earth figures">
            {words.lengths(template.zaloLength, template.smsLength)}
            {template.zaloTemplateId === null && ` · ${words.noZaloId}`}
          </p>
          <Button icon="edit" onPress={() => setEdited(template)}>
            {words.edit}
          </Button>
        </Card>
      ))}
      <Sheet
        title={edited ? kindName(edited.kind) : ''}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited && (
          <TemplateForm
            template={edited}
            onDone={() => {
              setEdited(null);
              toast(words.saved);
              refresh();
            }}
          />
        )}
      </Sheet>
    </>
  );
}

function TemplateForm({ template, onDone }: { template: Template; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const [zaloTemplateId, setZaloTemplateId] = useState(template.zaloTemplateId ?? '');
  const [zalo, setZalo] = useState(template.zalo);
  const [sms, setSms] = useState(template.sms);
  const save = async (): Promise<void> => {
    const { kind, version: expectedVersion } = template;
    const texts = { zaloTemplateId: zaloTemplateId.trim() || null, zalo, sms };
    if (await deed.run(WriteTemplate, { kind, expectedVersion, ...texts })) onDone();
  };
  return (
    <>
      <p class="earth">{words.blanks(template.blanks.map((blank) => `{${blank}}`).join(' '))}</p>
      <TextArea
        id="zalo"
        label={words.zalo}
        value={zalo}
        error={saidAt(deed.notDone, 'zalo')}
        onChange={setZalo}
      />
      <TextArea
        id="sms"
        label={words.sms}
        value={sms}
        error={saidAt(deed.notDone, 'sms')}
        onChange={setSms}
      />
      <TextField
        id="zalo-id"
        label={words.zaloId}
        hint={words.zaloIdHint}
        isOptional
        autocomplete="off"
        maxLength={40}
        value={zaloTemplateId}
        onChange={setZaloTemplateId}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'zalo', 'sms')} />
      <Button
        look="main"
        isWide
        isDisabled={deed.isBusy || zalo.trim() === '' || sms.trim() === ''}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
    </>
  );
}

interface TextAreaProps {
  id: string;
  label: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

const TextArea = ({ id, label, value, error, onChange }: TextAreaProps) => (
  <Field id={id} label={label} error={error}>
    {(tied) => (
      <textarea
        class="input"
        rows={4}
        maxLength={500}
        {...tied}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
);
