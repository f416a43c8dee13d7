import type { IconName } from '../app/ui/icon.js';
import { Icon } from '../app/ui/icon.js';
import type { Tone } from '../app/ui/picture-button.js';
import { QrView } from '../app/ui/qr-view.js';
import { Slip } from '../app/ui/slip.js';
import { fmt } from '../app/words/words.js';
import { Layout } from './layout.js';
import type { PermitProps } from './props.js';
import { words } from './words.js';

const LOOKS: Record<PermitProps['verdict'], { tone: Tone; icon: IconName }> = {
  GREEN: { tone: 'green', icon: 'check' },
  AMBER: { tone: 'amber', icon: 'warning' },
  RED: { tone: 'red', icon: 'cross' },
  UNKNOWN: { tone: 'plain', icon: 'help' },
};

/** PE-15: the holder sees what an officer would see. */
export function PermitPage({ frame, code, verdict, reason, permit }: PermitProps) {
  const text = words().permit;
  const { tone, icon } = LOOKS[verdict];
  const now = new Date(frame.asOf);
  return (
    <Layout frame={frame} title={text.title} description={text.note} isUnlisted>
      <div class="stack">
        <h1 class="sr">{text.title}</h1>
        <section class={`verdict tone-${tone}`}>
          <Icon name={icon} size={56} />
          <h2>{text.verdicts[verdict]}</h2>
          <p>{reason}</p>
        </section>
        {permit && (
          <Slip
            title={<span class="plate num">{permit.plate}</span>}
            lines={[
              { label: text.code, value: code },
              { label: text.from, value: fmt().moment(new Date(permit.validFrom), now) },
              { label: text.to, value: fmt().moment(new Date(permit.validTo), now) },
              { label: text.start, value: permit.from },
              { label: text.end, value: permit.to },
              { label: text.load, value: `${permit.cropName}, ${fmt().load(permit.loadGrams)}` },
              { label: text.persons, value: text.personsText(permit.persons) },
            ]}
          />
        )}
        {permit?.token && <QrView text={permit.token} label={text.qr} />}
        <p class="earth">{text.note}</p>
      </div>
    </Layout>
  );
}
