import { CropDrawing } from '../app/ui/crop-drawing.js';
import { Card } from '../app/ui/card.js';
import { Icon } from '../app/ui/icon.js';
import { EmptyState } from '../app/ui/states.js';
import { clockText, phoneText } from '../app/words/format.js';
import { Layout } from './layout.js';
import type { DemoProps, PlainProps } from './props.js';
import { words } from './words.js';

export function NotFoundPage({ frame }: PlainProps) {
  const text = words().notFound;
  return (
    <Layout frame={frame} title={text.title} description={text.note} isUnlisted>
      <h1 class="sr">{text.title}</h1>
      <EmptyState picture={<Icon name="search" size={56} />} title={text.title} note={text.note}>
        <ToMarket />
      </EmptyState>
    </Layout>
  );
}

export function GonePage({ frame }: PlainProps) {
  const text = words().gone;
  return (
    <Layout frame={frame} title={text.title} description={text.note} isUnlisted>
      <h1 class="sr">{text.title}</h1>
      <EmptyState picture={<CropDrawing code="" size={96} />} title={text.title} note={text.note}>
        <ToMarket />
      </EmptyState>
    </Layout>
  );
}

const ToMarket = () => (
  <a class="btn main" href="/cho">
    <Icon name="stall" />
    {words().toMarket}
  </a>
);

/** For trying the product out: invented people, and the codes their invented phones were sent. */
export function DemoPage({ frame, accounts }: DemoProps) {
  const text = words().demo;
  return (
    <Layout frame={frame} title={text.title} description={text.note} isUnlisted>
      <div class="stack">
        <h1>{text.title}</h1>
        <p>{text.note}</p>
        <a class="btn wide" href={frame.url}>
          <Icon name="refresh" />
          {text.reload}
        </a>
        {accounts.map(({ role, name, phone, note, code, messages, staff }) => (
          <Card key={phone} title={name} aside={<span class="chip tone-plain">{role}</span>}>
            <p>{note}</p>
            <dl>
              <div class="leader">
                <dt>
                  <Icon name="phone" label={words().app} />
                </dt>
                <dd class="num">{phoneText(phone)}</dd>
              </div>
              {staff && (
                <div class="leader">
                  <dt>{text.password}</dt>
                  <dd>{staff.password}</dd>
                </div>
              )}
              <div class="leader">
                <dt>{staff ? text.staffCode : text.code}</dt>
                <dd class="num">{code ?? text.noCode}</dd>
              </div>
              {staff && (
                <div class="leader">
                  <dt>{text.secret}</dt>
                  <dd class="figures">{inFours(staff.secret)}</dd>
                </div>
              )}
            </dl>
            {messages.length > 0 && <PhoneMessages messages={messages} />}
            <a
              class="btn main"
              href={`${staff ? '/app/vao/can-bo' : '/app/vao'}?so=${encodeURIComponent(phone)}`}
            >
              {words().app}
            </a>
          </Card>
        ))}
      </div>
    </Layout>
  );
}

/** As authenticators show a secret, and as one types it off a screen. */
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';

const CHANNELS = { SMS: 'SMS', ZALO: 'Zalo' } as const;

/** The phone as its owner holds it: what came by text message and by Zalo. */
function PhoneMessages({ messages }: Pick<DemoProps['accounts'][number], 'messages'>) {
  return (
    <details class="fold">
      <summary>{words().demo.messages(messages.length)}</summary>
      <ol class="phone">
        {messages.map(({ channel, text, isFromPhone, at }) => (
          <li key={`${at.getTime()} ${text}`} class={isFromPhone ? 'sent' : undefined}>
            <span class="earth small num">
              {CHANNELS[channel]} · {clockText(at)}
            </span>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
