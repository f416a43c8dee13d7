import type { PassDemand, RulePack, TestDemand, TripCondition } from '../domain/rule-pack.js';

// Posts stood at provincial borders and gateways. No decree says that a trip inside one province is spared;
// that reading is ours (but for 5753 and the lychee dossier), and the packs that rest on it say so in their note.
const BETWEEN_PROVINCES: TripCondition = { kind: 'CROSSES_PROVINCES' };
const THROUGH_DIRECTIVE_16: TripCondition = { kind: 'TOUCHES', measures: ['CT16'] };
const BOTH_ENDS_IN_DIRECTIVE_16: readonly TripCondition[] = [
  { kind: 'STARTS_IN', measures: ['CT16'] },
  { kind: 'ENDS_IN', measures: ['CT16'] },
];

const FROM_RESULT_72: TestDemand = {
  maxAgeHours: 72,
  countedFrom: 'RESULT',
  methods: ['RT_PCR', 'RAPID_AG'],
  when: [],
  people: 'EVERYONE',
  sparesImmune: false,
};

const GREEN_LANE: PassDemand = {
  kinds: ['GREEN_LANE_QR'],
  when: [],
  without: 'CHECK',
  spares: 'NOTHING',
  maxHours: null,
  isAutomatic: false,
};

const NO_DEMAND = {
  tests: [],
  pass: null,
  terms: null,
  waivers: [],
  openHours: [],
} as const satisfies Partial<RulePack>;

/** Rules for goods trucks from, to and through Lục Nam, February 2021 to March 2022. Instants are Việt Nam's. */
export const COVID_2021: readonly RulePack[] = [
  {
    ...NO_DEMAND,
    id: 'BG-2021-02',
    document: 'Ban chỉ đạo tỉnh Bắc Giang, đợt dịch thứ ba: xét nghiệm hai ngày một lần',
    scope: { through: ['province:24'] },
    effectiveFrom: '2021-02-04T00:00:00+07:00',
    effectiveTo: '2021-05-08T00:00:00+07:00',
    tests: [
      {
        ...FROM_RESULT_72,
        maxAgeHours: 48,
        when: [{ kind: 'TOUCHES', measures: ['BLOCKADE', 'CT16', 'CT15'] }],
      },
    ],
    sourceNote: 'Báo chí tháng 2/2021. Ngày đầu và cuối, mốc tính giờ: phỏng đoán.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'BG-2021-06-LYCHEE',
    document: 'Chủ tịch tỉnh Bắc Giang: hồ sơ luồng xanh cho từng chuyến vải và nông sản',
    scope: { origins: ['province:24'] },
    effectiveFrom: '2021-06-03T00:00:00+07:00',
    effectiveTo: '2021-07-19T00:00:00+07:00',
    tests: [{ ...FROM_RESULT_72, maxAgeHours: null, when: [BETWEEN_PROVINCES] }],
    pass: {
      ...GREEN_LANE,
      kinds: ['SHIPMENT_DOSSIER'],
      when: [BETWEEN_PROVINCES],
    },
    sourceNote: 'Báo chí tháng 6/2021. Hạn xét nghiệm không nêu. Miễn trong tỉnh: theo báo.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'HP-2021-07-08',
    document: 'Thành phố Hải Phòng: xét nghiệm trong 5 ngày với mọi người vào thành phố',
    scope: { destinations: ['city:Hải Phòng'] },
    effectiveFrom: '2021-07-08T12:00:00+07:00',
    // Never formally ended; NQ 128 forbade such blocks.
    effectiveTo: '2021-10-11T00:00:00+07:00',
    tests: [{ ...FROM_RESULT_72, maxAgeHours: 120, countedFrom: 'SAMPLED' }],
    sourceNote: 'Báo hình tháng 7/2021. Mốc lấy mẫu: phỏng đoán. Lô-gô theo nhóm xe chưa đưa vào.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'HN-2021-07-14',
    document: 'Hà Nội: 22 chốt cửa ngõ, xét nghiệm trong 72 giờ',
    scope: { destinations: ['city:Hà Nội'] },
    effectiveFrom: '2021-07-14T06:00:00+07:00',
    effectiveTo: '2021-09-21T06:00:00+07:00',
    tests: [FROM_RESULT_72],
    sourceNote: 'Báo chí 14/7/2021. 72 giờ, mốc kết quả và ngày cuối: hiểu biết riêng.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'HN-17CT-2021-07-24',
    document: 'Chỉ thị 17/CT-UBND Hà Nội: chỉ xe luồng xanh được vào thành phố',
    scope: { destinations: ['city:Hà Nội'] },
    effectiveFrom: '2021-07-24T06:00:00+07:00',
    effectiveTo: '2021-09-21T06:00:00+07:00',
    pass: { ...GREEN_LANE, without: 'TURN_BACK' },
    sourceNote: 'Báo chí 24/7/2021. Ngày cuối: hiểu biết riêng.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-GREENLANE-1',
    document: '4977/TCĐBVN-VT: giấy nhận diện có mã QR cho xe đi, đến hoặc qua vùng Chỉ thị 16',
    scope: {},
    effectiveFrom: '2021-07-19T00:00:00+07:00',
    effectiveTo: '2021-08-26T18:00:00+07:00',
    pass: { ...GREEN_LANE, when: [THROUGH_DIRECTIVE_16] },
    // A new driver or a new route meant a new registration, and the QR died when the truck left its route.
    terms: {
      boundTo: ['PLATE', 'ITINERARY', 'PEOPLE'],
      voidWhenTestOlder: null,
      voidWithoutMeasure: null,
      closedIssuer: null,
    },
    sourceNote: 'Văn bản 18/7/2021 qua báo chí.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-TEST-5753',
    document: '5753/BYT-MT: 72 giờ kể từ lúc lấy mẫu, khi đi từ vùng chặt sang vùng nhẹ hơn',
    scope: {},
    effectiveFrom: '2021-07-19T00:00:00+07:00',
    effectiveTo: '2021-07-27T00:00:00+07:00',
    tests: [
      {
        ...FROM_RESULT_72,
        countedFrom: 'SAMPLED',
        when: [
          { kind: 'LEAVES_FOR_LESS_STRICT', measures: ['BLOCKADE', 'CT16'] },
          BETWEEN_PROVINCES,
        ],
      },
    ],
    sourceNote: 'Bản tiếng Anh của văn bản. Trong một tỉnh theo Chỉ thị 16 không kiểm tra.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-TEST-5886',
    document: '5886/BYT-MT: không kiểm tra giữa hai tỉnh cùng theo Chỉ thị 16',
    scope: {},
    effectiveFrom: '2021-07-22T00:00:00+07:00',
    effectiveTo: '2021-07-27T00:00:00+07:00',
    waivers: [{ packId: 'VN-TEST-5753', of: 'TEST', when: BOTH_ENDS_IN_DIRECTIVE_16 }],
    sourceNote: 'Chỉ biết tên văn bản; ngày hiệu lực: hiểu biết riêng.',
    confidence: 'OWN_KNOWLEDGE',
  },
  {
    ...NO_DEMAND,
    id: 'VN-7630',
    document: '7630/BGTVT-VT: 72 giờ kể từ lúc có kết quả; có QR thì không được chặn',
    scope: {},
    effectiveFrom: '2021-07-27T00:00:00+07:00',
    effectiveTo: '2021-07-30T00:00:00+07:00',
    tests: [{ ...FROM_RESULT_72, when: [BETWEEN_PROVINCES] }],
    pass: { ...GREEN_LANE, when: [BETWEEN_PROVINCES], spares: 'PAPER_CHECK' },
    waivers: [
      { packId: 'HN-2021-07-14', of: 'TEST', when: [] },
      { packId: 'HN-17CT-2021-07-24', of: 'PASS', when: [] },
      { packId: 'HP-2021-07-08', of: 'TEST', when: [] },
    ],
    sourceNote: 'Bản tin tiếng Anh của văn bản. Miễn trong tỉnh: phỏng đoán.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-5187',
    document: '5187/VPCP-CN: có QR còn hạn thì không kiểm tra trên đường, kiểm tra ở nơi giao nhận',
    scope: {},
    effectiveFrom: '2021-07-30T00:00:00+07:00',
    effectiveTo: '2021-10-11T00:00:00+07:00',
    tests: [{ ...FROM_RESULT_72, when: [BETWEEN_PROVINCES] }],
    pass: { ...GREEN_LANE, when: [BETWEEN_PROVINCES], spares: 'ROAD_CHECK' },
    waivers: [
      { packId: 'HN-2021-07-14', of: 'TEST', when: [] },
      { packId: 'HN-17CT-2021-07-24', of: 'PASS', when: [] },
      { packId: 'HP-2021-07-08', of: 'TEST', when: [] },
    ],
    sourceNote: 'Văn bản 29/7/2021 qua báo chí. Miễn trong tỉnh: phỏng đoán.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-QR-GRACE',
    document: 'Tổng cục Đường bộ 8/8/2021: QR quá hạn in trên giấy vẫn dùng khi còn Chỉ thị 16',
    scope: {},
    effectiveFrom: '2021-08-08T00:00:00+07:00',
    effectiveTo: '2021-08-24T00:00:00+07:00',
    waivers: [{ of: 'PASS_END', when: [THROUGH_DIRECTIVE_16] }],
    sourceNote: 'Báo chí 8/8/2021. Ngày cuối là ngày 1570/QĐ-BGTVT có hiệu lực.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-1570',
    document: '1570/QĐ-BGTVT: một người trên xe hết hạn xét nghiệm thì giấy của xe hết giá trị',
    scope: {},
    effectiveFrom: '2021-08-24T00:00:00+07:00',
    effectiveTo: '2021-10-16T00:00:00+07:00',
    terms: {
      boundTo: ['PLATE', 'ITINERARY', 'PEOPLE'],
      voidWhenTestOlder: {
        maxAgeHours: 72,
        countedFrom: 'RESULT',
        methods: ['RT_PCR', 'RAPID_AG'],
      },
      voidWithoutMeasure: ['CT16'],
      closedIssuer: null,
    },
    sourceNote: 'Tóm tắt luật của hai nơi. Mốc kết quả: theo 5187 đang có hiệu lực.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-GREENLANE-2',
    document: '6102/TCĐBVN: từ 18 giờ 26/8 chỉ cấp QR tại vantai.drvn.gov.vn, tự động',
    scope: {},
    effectiveFrom: '2021-08-26T18:00:00+07:00',
    effectiveTo: '2021-10-16T00:00:00+07:00',
    terms: {
      boundTo: ['PLATE', 'ITINERARY', 'PEOPLE'],
      voidWhenTestOlder: null,
      voidWithoutMeasure: null,
      closedIssuer: { issuer: 'luongxanh.drvn.gov.vn', at: '2021-08-26T18:00:00+07:00' },
    },
    sourceNote: 'Báo chí 27/8/2021. Ngày cuối: hiểu biết riêng.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-128',
    document: 'Nghị quyết 128/NQ-CP: hàng hóa đi lại ở cả bốn cấp độ dịch',
    scope: {},
    effectiveFrom: '2021-10-11T00:00:00+07:00',
    // Reopening of 15/3/2022: from here on no Covid rule speaks of goods.
    effectiveTo: '2022-03-15T00:00:00+07:00',
    sourceNote: 'Nghị quyết qua báo chí. Ngày mở cửa lại: hiểu biết riêng.',
    confidence: 'SOURCED',
  },
  {
    ...NO_DEMAND,
    id: 'VN-10906',
    document:
      'Hướng dẫn 16/10/2021 của Bộ GTVT: chỉ xét nghiệm khi có triệu chứng, chỉ định, hoặc từ vùng cấp 4',
    scope: {},
    effectiveFrom: '2021-10-16T00:00:00+07:00',
    effectiveTo: '2022-03-15T00:00:00+07:00',
    tests: [
      { ...FROM_RESULT_72, people: 'WITH_SYMPTOMS', sparesImmune: true },
      {
        ...FROM_RESULT_72,
        people: 'INDICATED',
        when: [{ kind: 'STARTS_IN', measures: ['LEVEL_3'] }],
      },
      { ...FROM_RESULT_72, when: [{ kind: 'STARTS_IN', measures: ['LEVEL_4', 'BLOCKADE'] }] },
    ],
    sourceNote:
      'Trang luật gọi là Quyết định 10906; phần hàng hóa ở 1812/QĐ-BGTVT: hiểu biết riêng.',
    confidence: 'SOURCED',
  },
];
