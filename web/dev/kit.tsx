import '../src/styles/all.css';
import { render, type ComponentChildren } from 'preact';
import { Fault } from '../src/app/api/fault.js';
import { Button, IconButton, LinkButton } from '../src/app/ui/button.js';
import { Card } from '../src/app/ui/card.js';
import { KeptNote, NetworkChip, Seal, StatusChip, type Status } from '../src/app/ui/chips.js';
import { CountDown } from '../src/app/ui/count-down.js';
import { CropDrawing } from '../src/app/ui/crop-drawing.js';
import { ICON_STROKES, type IconName } from '../src/app/ui/icon-strokes.js';
import { Icon } from '../src/app/ui/icon.js';
import { Photo } from '../src/app/ui/photo.js';
import { BigPictureButton, PictureGrid } from '../src/app/ui/picture-button.js';
import { QrView } from '../src/app/ui/qr-view.js';
import { ConfirmSheet, Receipt } from '../src/app/ui/sheet.js';
import { Slip } from '../src/app/ui/slip.js';
import { EmptyState, ErrorState, Skeleton, TooMany } from '../src/app/ui/states.js';
import { Timeline } from '../src/app/ui/timeline.js';
import { toast } from '../src/app/ui/toast.js';
import { fmt, say } from '../src/app/words/words.js';
import { Desk } from './kit-desk.js';
import { FormSheet, GradeSheet, KeypadSheet } from './kit-forms.js';
import { Phone } from './kit-phone.js';

const DRAWN_CROPS =
  'NA_DAI NA_BO DUA_LE DUA_HAU KHOAI_SO KHOAI_LANG DUA_CHUOT DUA_LUOI VAI NHAN PINEAPPLE KHAC'.split(
    ' ',
  );

const SHEETS: Record<string, () => ComponentChildren> = {
  home: () => (
    <Phone title="Chào bác Lan" code="A3">
      <PictureGrid>
        <BigPictureButton
          href="#"
          tone="green"
          picture={<CropDrawing code="NA" size={72} />}
          label="Báo có hàng"
          colourName="nút xanh lá"
        />
        <BigPictureButton
          href="#"
          tone="amber"
          picture={<Icon name="order" size={64} />}
          label="Đơn của tôi"
          colourName="nút vàng"
        />
        <BigPictureButton
          href="#"
          tone="blue"
          picture={<Icon name="money" size={64} />}
          label="Tiền của tôi"
          colourName="nút xanh dương"
        />
        <BigPictureButton
          href="#"
          tone="red"
          picture={<Icon name="phone" size={64} />}
          label="Gọi giúp"
          colourName="nút đỏ"
        />
      </PictureGrid>
      <Card title="Xe đến lúc 5:40" aside={<StatusChip status="COLLECTING" />}>
        <p>Xe 98C-123.45, bác mang 3 sọt ra đầu ngõ.</p>
      </Card>
    </Phone>
  ),
  keypad: () => <KeypadSheet />,
  slip: () => (
    <Phone
      title="Phiếu cân"
      code="A12"
      isHome={false}
      action={
        <>
          <Button
            look="main"
            isWide
            icon="check"
            onPress={() => toast('Đã ghi: bác đồng ý phiếu cân.', () => undefined)}
          >
            Đúng, tôi đồng ý
          </Button>
          <Button isWide onPress={() => undefined}>
            Không đúng
          </Button>
        </>
      }
    >
      <Slip
        title="Na dai loại 1"
        aside={<StatusChip status="WEIGHED" />}
        lines={[
          { label: 'Cân cả bì', value: '128,5 kg' },
          { label: 'Trừ bì, 5 sọt', value: '− 7,5 kg', kind: 'minus' },
          { label: 'Trừ hao 2 %', value: '− 2,4 kg', kind: 'minus' },
          { label: 'Cân trả tiền', value: '118,6 kg' },
          { label: 'Giá một cân', value: fmt().vnd(36_000) },
          { label: 'Thành tiền', value: fmt().vnd(4_269_600), kind: 'sum' },
        ]}
      />
      <Seal by="Trạm cân Nghĩa Phương" what="cân lúc" at="05:52, 27/08/2026" />
    </Phone>
  ),
  grades: () => <GradeSheet />,
  crops: () => (
    <Phone title="Hình cây" code="K2" isHome={false}>
      <div class="pictures">
        {DRAWN_CROPS.map((code) => (
          <CropDrawing key={code} code={code} size={128} label={code} />
        ))}
      </div>
      <div class="row">
        {DRAWN_CROPS.map((code) => (
          <CropDrawing key={code} code={code} size={36} />
        ))}
      </div>
    </Phone>
  ),
  icons: () => (
    <Phone title="Nét vẽ" code="K3" isHome={false}>
      <div class="row">
        {(Object.keys(ICON_STROKES) as IconName[]).map((name) => (
          <Icon key={name} name={name} size={40} label={name} />
        ))}
      </div>
    </Phone>
  ),
  form: () => <FormSheet />,
  chips: () => (
    <Phone title="Chữ trạng thái" code="K4" isHome={false}>
      <div class="row">
        {(Object.keys(say().status) as Status[]).map((status) => (
          <StatusChip key={status} status={status} />
        ))}
      </div>
      <NetworkChip isOnline unsent={0} isSending={false} href="#" />
      <NetworkChip isOnline={false} unsent={0} isSending={false} href="#" />
      <NetworkChip isOnline={false} unsent={2} isSending={false} href="#" />
      <KeptNote at={new Date(Date.now() - 12 * 60_000)} />
      <p>
        Còn <CountDown until={new Date(Date.now() + 581_000)} over="Hết hạn" /> để trả lời
      </p>
      <div class="row">
        <LinkButton href="#" icon="chat" isElsewhere>
          Chat Zalo
        </LinkButton>
        <Button look="stop" icon="trash" onPress={() => undefined}>
          Rút lô
        </Button>
        <Button isDisabled onPress={() => undefined}>
          Chưa gửi được
        </Button>
        <IconButton icon="share" label="Gửi" onPress={() => undefined} />
      </div>
    </Phone>
  ),
  states: () => (
    <Phone title="Trạng thái" code="K5" isHome={false}>
      <EmptyState
        picture={<CropDrawing code="" size={72} />}
        title="Chưa có lô nào"
        note="Bấm nút xanh để đăng lô đầu tiên."
      />
      <ErrorState fault={new Fault('OFFLINE')} onRetry={() => undefined} />
      <Photo id={null} drawing="NA_DAI" alt="" size="full" />
      <Skeleton rows={2} />
      <TooMany shown="100" />
    </Phone>
  ),
  receipt: () => (
    <Phone title="Xong" code="A9" isHome={false}>
      <Receipt title="Bác đã nhận lời bán 300 kg" code="LN-0825-4K7">
        <p>Xe đến lúc 5 giờ sáng mai.</p>
        <LinkButton look="main" href="#">
          Về trang đầu
        </LinkButton>
      </Receipt>
    </Phone>
  ),
  confirm: () => (
    <Phone title="Hỏi lại" code="M1" isHome={false}>
      <p>Nền</p>
      <ConfirmSheet
        title="Bỏ việc này?"
        note="Việc chưa gửi sẽ mất. Không lấy lại được."
        yes="Bỏ"
        no="Giữ lại"
        isOpen
        onNo={() => undefined}
        onYes={() => undefined}
      />
    </Phone>
  ),
  timeline: () => (
    <Phone title="Đơn LN-0825-4K7" code="A8" isHome={false}>
      <Timeline
        steps={[
          { label: 'Đã chốt', state: 'done', icon: 'order', time: '19:20' },
          { label: 'Xe đã đi', state: 'done', icon: 'truck', time: '04:55' },
          {
            label: 'Xe đang tới',
            state: 'now',
            icon: 'pin',
            time: '05:40',
            note: 'Số thứ tự cân 14',
          },
          { label: 'Cân', state: 'coming', icon: 'scale' },
          { label: 'Trả tiền', state: 'coming', icon: 'money' },
        ]}
      />
    </Phone>
  ),
  qr: () => (
    <Phone title="Giấy đi đường" code="D4" isHome={false}>
      <QrView
        text={'LN1:6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDEXWK G2EP4J0BGJLFX3R3VHXK.PJ'}
        label="Mã QR"
      />
    </Phone>
  ),
  desk: () => <Desk />,
};

const wanted = new URLSearchParams(location.search);
const theme = wanted.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const sheet = SHEETS[wanted.get('sheet') ?? 'home'];
const root = document.getElementById('kit');
if (root && sheet) render(<>{sheet()}</>, root);
