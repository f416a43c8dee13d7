import type {
  DemoProps,
  HomeProps,
  LotCardProps,
  LotProps,
  MarketProps,
  PageFrame,
  PermitProps,
  PriceRow,
  PricesProps,
} from '../src/public/props.js';

// Invented lots and people, for looking at the pages and weighing them.

const frame = (path: string, shareImage: string | null = null): PageFrame => ({
  locale: 'vi',
  url: `https://cho.example${path}`,
  otherLocaleHref: `/ngon-ngu/en?ve=${encodeURIComponent(path)}`,
  asOf: '2026-08-26T01:20:00Z',
  shareImage,
});

const COMMUNES = [
  'Nghĩa Phương',
  'Đông Phú',
  'Lục Sơn',
  'Trường Sơn',
  'Bảo Đài',
  'Cẩm Lý',
  'Bắc Lũng',
  'Lục Nam',
];

const lots: LotCardProps[] = Array.from({ length: 20 }, (_, i) => {
  const isTaro = i % 5 === 4;
  const isMelon = i % 5 === 3;
  return {
    id: `0198e2c1-7a00-7000-8000-0000000000${String(i + 10)}`,
    drawing: isTaro ? 'KHOAI_SO' : isMelon ? 'DUA_LE' : i % 5 === 2 ? 'NA_BO' : 'NA_DAI',
    cropName: isTaro ? 'Khoai sọ' : isMelon ? 'Dưa lê' : i % 5 === 2 ? 'Na bở' : 'Na dai',
    communeName: COMMUNES[i % COMMUNES.length] ?? '',
    grades: [
      {
        code: 'L1',
        name: 'loại 1',
        perKg: isTaro || isMelon ? null : '3–4 quả/kg',
        availableGrams: 120_000 + i * 24_500,
        askVndPerKg: i % 4 === 1 ? null : 36_000 - i * 500,
      },
      ...(i % 3 === 0
        ? [
            {
              code: 'L2',
              name: 'loại 2',
              perKg: '4–5 quả/kg',
              availableGrams: 80_000,
              askVndPerKg: 28_000,
            },
          ]
        : []),
    ],
    readyFrom: '2026-08-26T22:00:00Z',
    readyTo: '2026-08-27T01:00:00Z',
    photo: null,
  };
});

const [firstLot] = lots as [LotCardProps];

export const market: MarketProps = {
  closures: [
    {
      kind: 'ZONE',
      communeName: 'Nghĩa Phương',
      source: 'QĐ 12/QĐ-UBND',
      until: '2026-08-30T17:00:00Z',
    },
  ],
  frame: frame('/cho'),
  crops: [
    { code: 'NA', name: 'Na' },
    { code: 'DUA_LE', name: 'Dưa lê' },
    { code: 'KHOAI_SO', name: 'Khoai sọ' },
    { code: 'KHOAI_LANG', name: 'Khoai lang' },
  ],
  communes: COMMUNES.map((name, i) => ({ code: String(i), name })),
  crop: null,
  commune: null,
  search: '',
  lots,
  totalGrams: 12_480_000,
  nextHref: '/cho?sau=abc',
};

export const emptyMarket: MarketProps = { ...market, lots: [], totalGrams: 0, nextHref: null };

export const lot: LotProps = {
  frame: frame(`/lo/${firstLot.id}`, 'https://cho.example/anh/chia-se.png'),
  lot: {
    ...firstLot,
    largePhoto: null,
    publishedAt: '2026-08-26T00:40:00Z',
    spray: { on: '2026-08-10', waitDays: 14 },
    confirmed: { by: 'HTX Na Nghĩa Phương', on: '2026-08-25' },
    minTakeGrams: 50_000,
    closure: null,
  },
  orderHref: `/app/lo/${firstLot.id}`,
};

const row = (
  drawing: string,
  cropName: string,
  gradeName: string,
  usual: number | null,
): PriceRow => ({
  drawing,
  cropName,
  gradeName,
  placeName: 'Nghĩa Phương',
  price:
    usual === null
      ? null
      : { low: usual - 3000, usual, high: usual + 4000, tickets: 18, grams: 2_460_000 },
  tone: usual === null ? null : usual > 40_000 ? 'up' : usual > 30_000 ? 'same' : 'down',
  history:
    usual === null
      ? [null, null, 20_000, null]
      : Array.from({ length: 14 }, (_, i) => (i === 5 ? null : usual - 4000 + ((i * 1700) % 6000))),
});

export const prices: PricesProps = {
  frame: frame('/gia'),
  day: '2026-08-26',
  crops: market.crops,
  crop: null,
  rows: [
    row('NA_DAI', 'Na dai', 'đặc biệt', 45_000),
    row('NA_DAI', 'Na dai', 'loại 1', 36_000),
    row('NA_DAI', 'Na dai', 'loại 2', 28_000),
    row('NA_BO', 'Na bở', 'loại 1', 62_000),
    row('DUA_LE', 'Dưa lê', 'loại 1', null),
    row('KHOAI_SO', 'Khoai sọ', 'mua xô', 13_000),
  ],
  previousHref: '/gia?ngay=2026-08-25',
  nextHref: null,
};

export const home: HomeProps = {
  frame: frame('/'),
  day: '2026-08-26',
  crops: [
    {
      code: 'NA',
      drawing: 'NA_DAI',
      name: 'Na',
      lots: 184,
      grams: 48_600_000,
      usualVndPerKg: 28_000,
    },
    {
      code: 'KHOAI_SO',
      drawing: 'KHOAI_SO',
      name: 'Khoai sọ',
      lots: 22,
      grams: 9_100_000,
      usualVndPerKg: 13_000,
    },
    {
      code: 'DUA_LE',
      drawing: 'DUA_LE',
      name: 'Dưa lê',
      lots: 3,
      grams: 860_000,
      usualVndPerKg: null,
    },
    {
      code: 'DUA_HAU',
      drawing: 'DUA_HAU',
      name: 'Dưa hấu',
      lots: 2,
      grams: 640_000,
      usualVndPerKg: 7_500,
    },
    {
      code: 'KHOAI_LANG',
      drawing: 'KHOAI_LANG',
      name: 'Khoai lang',
      lots: 1,
      grams: 300_000,
      usualVndPerKg: 7_000,
    },
  ],
  notices: [
    {
      title: 'Rằm tháng Bảy: cần thêm na loại 1',
      body: 'Thương lái Hà Nội hỏi mua 12 tấn na dai loại 1 giao sáng 27/8. Bà con còn hàng thì báo trước 15 giờ.',
      by: 'Phòng Nông nghiệp',
      on: '2026-08-25',
    },
  ],
};

export const permit: PermitProps = {
  frame: frame('/p/LN-0826-4K7'),
  code: 'LN-0826-4K7',
  verdict: 'GREEN',
  reason: 'Đúng xe, đúng giờ, đúng tuyến.',
  permit: {
    plate: '98C-123.45',
    validFrom: '2026-08-25T22:00:00Z',
    validTo: '2026-08-26T15:00:00Z',
    from: 'Nghĩa Phương',
    to: 'Chợ Long Biên',
    cropName: 'Na',
    loadGrams: 3_500_000,
    persons: 2,
    token:
      'LN1:6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDEXWK G2EP4J0BGJLFX3R3VHXK.PJ:2DPF6R:5SVBHABVCNN95SWMPHQUHQN%A0',
  },
};

export const revoked: PermitProps = {
  ...permit,
  verdict: 'RED',
  reason: 'Giấy đã bị thu hồi lúc 07:10 sáng nay: đổi xe.',
};

export const demo: DemoProps = {
  frame: frame('/demo'),
  accounts: [
    {
      role: 'Hộ trồng',
      name: 'Bà Lan',
      phone: '+84912345678',
      note: 'Báo mai có 3 tạ na, rồi nhận lời một đơn.',
      code: '482913',
      messages: [
        {
          channel: 'SMS',
          text: 'Đơn LN-0825-4K7 mua 300 kg na loại 2, 32.000đ/kg, xe 5h sáng mai. Trả lời 1 nhận, 2 không.',
          isFromPhone: false,
          at: new Date('2026-08-25T11:00:00Z'),
        },
        { channel: 'SMS', text: '1', isFromPhone: true, at: new Date('2026-08-25T11:04:00Z') },
      ],
      staff: null,
    },
    {
      role: 'Thương lái',
      name: 'Anh Hùng',
      phone: '+84987654321',
      note: 'Đặt 5 tấn na loại 2 giao sáng thứ Sáu.',
      code: null,
      messages: [],
      staff: null,
    },
    {
      role: 'Phòng Nông nghiệp',
      name: 'Chị Hà',
      phone: '+84900000005',
      note: 'Xem kế hoạch, dự báo, đang bán, đã chốt, đã cân, chưa bán.',
      code: '310442',
      messages: [],
      staff: { password: 'chín hạt na dai', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' },
    },
  ],
};

export const plain = { frame: frame('/lo/khong-co') };
