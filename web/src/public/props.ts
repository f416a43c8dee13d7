/**
 * What the server hands to the public pages: plain data, so that it can be cached and printed.
 * Weights are whole grams, money is whole đồng, instants are ISO texts, days are `2026-11-23`.
 * Names (crops, grades, communes) come already in the language of the page.
 */

export interface PageFrame {
  locale: 'vi' | 'en';
  /** Absolute address of this page, without tracking parameters: `https://…/cho?cay=NA`. */
  url: string;
  /** The same page in the other language. */
  otherLocaleHref: string;
  /** Instant the data was read. */
  asOf: string;
  /** Absolute address of a 1200 × 630 picture for shares; null for pages without one. */
  shareImage: string | null;
}

export interface Option {
  code: string;
  name: string;
}

export interface GradeLine {
  code: string;
  name: string;
  /** `3–4 quả/kg`; null for an unsorted lot. */
  perKg: string | null;
  availableGrams: number;
  /** Null: the grower waits for an offer. */
  askVndPerKg: number | null;
}

export interface LotCardProps {
  id: string;
  /** Variety code where it is known, else the crop code: picks the drawing. */
  drawing: string;
  cropName: string;
  communeName: string;
  grades: readonly GradeLine[];
  readyFrom: string;
  readyTo: string;
  /** 360 px wide; null shows the drawing of the crop. */
  photo: string | null;
}

/** A commune that nothing leaves now, by which decision. */
export interface ClosureProps {
  /** A closed place, or hours in which no goods may be on the road. */
  kind: 'ZONE' | 'HOURS';
  communeName: string;
  source: string;
  /** Null while nobody said an end. */
  until: string | null;
}

export interface MarketProps {
  frame: PageFrame;
  /** Of the commune the list is narrowed to, or of all. */
  closures: readonly ClosureProps[];
  crops: readonly Option[];
  communes: readonly Option[];
  /** What the list is narrowed to; null for all. */
  crop: string | null;
  commune: string | null;
  search: string;
  lots: readonly LotCardProps[];
  /** Grams on offer under this filter, all pages together. */
  totalGrams: number;
  /** Next page of the list. */
  nextHref: string | null;
}

export interface LotProps {
  frame: PageFrame;
  lot: LotCardProps & {
    /** 1,280 px at most. */
    largePhoto: string | null;
    publishedAt: string;
    /** Day of the last spraying and the days to wait after it; null when the grower sprayed nothing. */
    spray: { on: string; waitDays: number } | null;
    /** Who confirmed the lot and when; null when nobody has. */
    confirmed: { by: string; on: string } | null;
    /** Least weight of one order. */
    minTakeGrams: number;
    /** Why nothing of it can be fetched in its hours; null when something can. */
    closure: ClosureProps | null;
  };
  /** Where a signed-in buyer goes on. */
  orderHref: string;
}

export interface PriceRow {
  drawing: string;
  cropName: string;
  gradeName: string;
  /** Commune or buying point. */
  placeName: string;
  /** Đồng a kilogram after deduction; null when fewer than three buyers or five tickets: never shown then. */
  price: { low: number; high: number; usual: number; tickets: number; grams: number } | null;
  /** Against the day before. */
  tone: 'up' | 'down' | 'same' | null;
  /** Usual price of the last days, oldest first; null where there was none. */
  history: readonly (number | null)[];
}

export interface PricesProps {
  frame: PageFrame;
  day: string;
  crops: readonly Option[];
  crop: string | null;
  rows: readonly PriceRow[];
  /** The day before and after, where there are boards. */
  previousHref: string | null;
  nextHref: string | null;
}

export interface HomeProps {
  frame: PageFrame;
  day: string;
  /** What is on offer today, per crop, largest first. */
  crops: readonly {
    code: string;
    drawing: string;
    name: string;
    lots: number;
    grams: number;
    usualVndPerKg: number | null;
  }[];
  /** Notices of the district office, newest first. */
  notices: readonly { title: string; body: string; by: string; on: string }[];
}

export interface PermitProps {
  frame: PageFrame;
  code: string;
  /** As an officer would see it; `UNKNOWN` for a code nobody issued. */
  verdict: 'GREEN' | 'AMBER' | 'RED' | 'UNKNOWN';
  /** One sentence: why. */
  reason: string;
  permit: {
    plate: string;
    validFrom: string;
    validTo: string;
    from: string;
    to: string;
    cropName: string;
    loadGrams: number;
    persons: number;
    /** What the QR of the permit holds. */
    token: string | null;
  } | null;
}

export interface DemoProps {
  frame: PageFrame;
  accounts: readonly {
    role: string;
    name: string;
    /** E.164. */
    phone: string;
    /** What to try first. */
    note: string;
    /** The sign-in code last sent to this invented number; of the staff, the authenticator's code of this moment. */
    code: string | null;
    /** What the invented phone got and answered, newest last. */
    messages: readonly {
      channel: 'SMS' | 'ZALO';
      text: string;
      isFromPhone: boolean;
      at: Date;
    }[];
    /** Of one who serves an office. */
    staff: { password: string; secret: string } | null;
  }[];
}

export interface PlainProps {
  frame: PageFrame;
}

/** The module `render.js`. Each function answers a whole HTML document. */
export interface PublicPages {
  renderHome: (props: HomeProps) => string;
  renderMarket: (props: MarketProps) => string;
  renderLot: (props: LotProps) => string;
  renderPrices: (props: PricesProps) => string;
  renderPermit: (props: PermitProps) => string;
  renderDemo: (props: DemoProps) => string;
  /** Answer with status 404. */
  renderNotFound: (props: PlainProps) => string;
  /** Answer with status 410: the lot was sold, withdrawn or has run out. */
  renderGone: (props: PlainProps) => string;
  /** The 1200 × 630 share picture of a lot as SVG, to be drawn as PNG by the server. */
  shareCard: (lot: LotCardProps, locale: 'vi' | 'en') => string;
}
