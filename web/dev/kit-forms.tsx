import { useState } from 'preact/hooks';
import { moneyInWords } from '../../src/kernel/spoken/number-words.js';
import { Button } from '../src/app/ui/button.js';
import { CropDrawing } from '../src/app/ui/crop-drawing.js';
import { Choices, Switch, TextField } from '../src/app/ui/field.js';
import { GradeLadder } from '../src/app/ui/grade-ladder.js';
import { EMPTY, type Entry } from '../src/app/ui/keypad-entry.js';
import { NumberPad, WeightPad } from '../src/app/ui/keypad.js';
import { PriceField, WeightField } from '../src/app/ui/spoken-field.js';
import { fmt } from '../src/app/words/words.js';
import { savesData } from '../src/app/settings.js';
import { Phone } from './kit-phone.js';

export function KeypadSheet() {
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

export function GradeSheet() {
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

export function FormSheet() {
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
