import '../src/styles/all.css';
import { render, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { day, plusDays } from '../../src/kernel/day.js';
import { moneyInWords } from '../../src/kernel/spoken/number-words.js';
import { Fault } from '../src/app/api/fault.js';
import { BottomBar, ThumbBar, TopBar } from '../src/app/ui/bars.js';
import { Button, IconButton, LinkButton } from '../src/app/ui/button.js';
import { Card } from '../src/app/ui/card.js';
import { ChartKey, DayBars, Sparkline } from '../src/app/ui/charts.js';
import { KeptNote, NetworkChip, Seal, StatusChip, type Status } from '../src/app/ui/chips.js';
import { CommuneMap } from '../src/app/ui/commune-map.js';
import { CountDown } from '../src/app/ui/count-down.js';
import { CropDrawing } from '../src/app/ui/crop-drawing.js';
import { Choices, Switch, TextField } from '../src/app/ui/field.js';
import { GradeLadder } from '../src/app/ui/grade-ladder.js';
import { ICON_STROKES, type IconName } from '../src/app/ui/icon-strokes.js';
import { Icon } from '../src/app/ui/icon.js';
import { EMPTY, type Entry } from '../src/app/ui/keypad-entry.js';
import { NumberPad, WeightPad } from '../src/app/ui/keypad.js';
import { Photo } from '../src/app/ui/photo.js';
import { BigPictureButton, PictureGrid } from '../src/app/ui/picture-button.js';
import { QrView } from '../src/app/ui/qr-view.js';
import { ConfirmSheet, Receipt } from '../src/app/ui/sheet.js';
import { Slip } from '../src/app/ui/slip.js';
import { EmptyState, ErrorState, Skeleton, TooMany } from '../src/app/ui/states.js';
import { Table } from '../src/app/ui/table.js';
import { Timeline } from '../src/app/ui/timeline.js';
import { toast, Toasts } from '../src/app/ui/toast.js';
import { PriceField, WeightField } from '../src/app/ui/spoken-field.js';
import { lunarMark } from '../src/app/words/lunar-text.js';
import { fmt, say } from '../src/app/words/words.js';
import { savesData } from '../src/app/settings.js';
import { COMMUNES } from './communes.js';

const TABS = [
  { href: '#1', label: 'Nhà', icon: 'home' },
  { href: '#2', label: 'Có hàng', icon: 'basket' },
  { href: '#3', label: 'Đơn', icon: 'order', count: 2 },
  { href: '#4', label: 'Tiền', icon: 'money' },
] as const;

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

interface PhoneProps {
  title: string;
  code: string;
  isHome?: boolean;
  action?: ComponentChildren;
  children: ComponentChildren;
}

function Phone({ title, code, isHome = true, action, children }: PhoneProps) {
  return (
    <div class="page">
      <TopBar title={title} code={code} back={isHome ? undefined : '#'}>
        {isHome && (
          <div class="strip">
            <NetworkChip isOnline={false} unsent={2} isSending={false} href="#" />
          </div>
        )}
      </TopBar>
      <main>
        <div class="stack">{children}</div>
      </main>
      <div class="foot">
        {action && <ThumbBar>{action}</ThumbBar>}
        {isHome && <BottomBar tabs={TABS} current="#1" />}
      </div>
      <Toasts />
    </div>
  );
}

function KeypadSheet() {
  const [entry, setEntry] = useState<Entry>({
    ...EMPTY,
    parts: [{ figures: '3', unit: 'ta' }],
    figures: '',
  });
  const [price, setPrice] = useState('35000');
  const [said, setSaid] = useState(['2 tấn 15', '3 quả', 'ba lăm rưỡi']);
  const saying = (at: number) => (text: string) =>
    setSaid(said.map((one, i) => (i === at ? text : one)));
  return (
    <Phone title="Mai có bao nhiêu?" code="A4" isHome={false}>
      <WeightPad entry={entry} onChange={setEntry} />
      <Button look="main" isWide onPress={() => undefined}>
        Xong
      </Button>
      <NumberPad
        value={price}
        onChange={setPrice}
        echo={fmt().perKg(Number(price))}
        note={moneyInWords(Number(price))}
      />
      <WeightField id="w0" label="Loại 1: số cân" value={said[0] ?? ''} onChange={saying(0)} />
      <WeightField id="w1" label="Loại 2: số cân" value={said[1] ?? ''} onChange={saying(1)} />
      <PriceField id="p0" label="Giá cao nhất" value={said[2] ?? ''} onChange={saying(2)} />
    </Phone>
  );
}

function GradeSheet() {
  const [grade, setGrade] = useState<string | null>('L1');
  return (
    <Phone title="Na loại nào?" code="A5" isHome={false}>
      <GradeLadder
        cropCode="NA_DAI"
        legend="Nhìn quả mà chọn"
        name="grade"
        value={grade}
        onChange={setGrade}
        grades={[
          { code: 'DB', name: 'Đặc biệt', perKg: 'tới 3 quả/kg', fruitGrams: 400 },
          { code: 'L1', name: 'Loại 1', perKg: '3–4 quả/kg', fruitGrams: 290 },
          { code: 'L2', name: 'Loại 2', perKg: '4–5 quả/kg', fruitGrams: 215 },
          { code: 'L3', name: 'Loại 3', perKg: '6–7 quả/kg', fruitGrams: 155 },
          { code: 'L4', name: 'Na bi', perKg: '8–15 quả/kg', fruitGrams: 90 },
          { code: 'XO', name: 'Bán xô', perKg: null, fruitGrams: null },
        ]}
      />
    </Phone>
  );
}

function FormSheet() {
  const [name, setName] = useState('');
  const [choice, setChoice] = useState<'a' | 'b' | 'c' | null>('b');
  return (
    <Phone title="Khai hộ" code="A2" isHome={false}>
      <TextField
        id="name"
        label="Họ và tên"
        hint="Như trên giấy tờ"
        error="Nhập họ và tên."
        value={name}
        onChange={setName}
        autocomplete="name"
      />
      <TextField
        id="phone"
        label="Số điện thoại"
        isOptional
        value="0912 345 678"
        onChange={() => undefined}
        inputMode="tel"
        autocomplete="tel"
      />
      <Choices
        name="crop"
        legend="Nhà mình trồng cây gì?"
        value={choice}
        onChange={setChoice}
        choices={[
          { value: 'a', label: 'Na', picture: <CropDrawing code="NA" size={40} /> },
          {
            value: 'b',
            label: 'Khoai sọ',
            note: 'đào tháng 6 đến 9',
            picture: <CropDrawing code="KHOAI_SO" size={40} />,
          },
          { value: 'c', label: 'Khác', picture: <CropDrawing code="" size={40} /> },
        ]}
      />
      <Switch
        label="Tiết kiệm dữ liệu"
        note="Không tự tải ảnh lớn"
        isOn={savesData.value}
        onChange={(isOn) => (savesData.value = isOn)}
      />
    </Phone>
  );
}

function Desk() {
  document.documentElement.dataset['density'] = 'desk';
  const today = day('2026-08-26');
  const rows = COMMUNES.map((spot, i) => ({
    ...spot,
    households: 40 + ((i * 37) % 90),
    price: 26_000 + ((i * 1300) % 9000),
  }));
  return (
    <div class="page">
      <TopBar title="Bảng hôm nay" code="V1" />
      <main>
        <div class="stack loose">
          <div class="columns">
            <CommuneMap label="Hàng theo xã" communes={COMMUNES} />
            <Card title="Cung 14 ngày, tấn">
              <DayBars
                label="Cung 14 ngày"
                text={(value) => fmt().number(Math.round(value / 1_000_000))}
                mark={lunarMark}
                bars={Array.from({ length: 14 }, (_, i) => ({
                  day: plusDays(today, i - 3),
                  value: i === 12 ? null : 40_000_000 + ((i * 17) % 11) * 6_000_000,
                  wanted: 60_000_000,
                  isExpected: i > 3,
                }))}
              />
              <ChartKey
                measured="đã cân"
                expected="hộ báo"
                wanted="cần mua"
                unknown="chưa ai báo"
              />
            </Card>
          </div>
          <Table
            caption="Theo xã"
            rows={rows}
            rowKey={({ code }) => code}
            sortedBy={{ key: 'kg', isFalling: true }}
            columns={[
              {
                key: 'name',
                title: 'Xã',
                cell: ({ name }) => name,
                by: ({ name }) => name,
                total: 'Tất cả',
              },
              {
                key: 'households',
                title: 'Hộ',
                cell: ({ households }) => households,
                by: ({ households }) => households,
                isNumber: true,
              },
              {
                key: 'kg',
                title: 'Khối lượng',
                cell: ({ text }) => text,
                by: ({ value }) => value ?? -1,
                isNumber: true,
                total: fmt().load(96_400_000),
              },
              {
                key: 'price',
                title: 'Giá',
                cell: ({ price }) => fmt().vnd(price),
                by: ({ price }) => price,
                isNumber: true,
              },
              {
                key: 'run',
                title: '14 ngày',
                cell: ({ price }) => (
                  <Sparkline label="giá" values={[3, 5, null, 4, 6, 8, 7, price / 4000]} />
                ),
              },
            ]}
          />
        </div>
      </main>
    </div>
  );
}

const wanted = new URLSearchParams(location.search);
const theme = wanted.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const sheet = SHEETS[wanted.get('sheet') ?? 'home'];
const root = document.getElementById('kit');
if (root && sheet) render(<>{sheet()}</>, root);
