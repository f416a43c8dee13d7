/** What a crash test needs to know of a shop, whether it is the product or a naive one: how to order, and what it kept. */
export interface Shop {
  readonly lines: readonly ShopLine[];
  /** One try; throws when the answer is not definite (no connection, 5xx), and then the same wish is sent again. */
  order(wish: Wish): Promise<Answer>;
  /** Everything the database kept, read when the storm is over. */
  kept(): Promise<Kept>;
}

export interface ShopLine {
  readonly id: string;
  readonly offered: number;
}

export interface Wish {
  readonly key: string;
  readonly line: number;
  readonly grams: number;
  readonly trader: number;
}

export type Answer = { readonly orderId: string } | { readonly refused: string };

export interface Kept {
  /** Client key to order id. */
  readonly orders: ReadonlyMap<string, string>;
  readonly sold: ReadonlyMap<string, number>;
  /** Lines whose own counter says another sum than their orders. */
  readonly miscounted: number;
}

export interface Verdict {
  readonly acknowledged: number;
  readonly refused: number;
  /** Asked for, and never answered while there was patience. */
  readonly unknown: number;
  readonly lost: number;
  readonly ghosts: number;
  readonly oversold: number;
  readonly refusedButStored: number;
  readonly retriesSame: number;
  readonly retriesOther: number;
  readonly miscounted: number;
}

/** What every client was told, written down by the client itself. */
export class Journal {
  readonly #asked = new Set<string>();
  readonly #acknowledged = new Map<string, string>();
  readonly #refused = new Set<string>();
  #retriesSame = 0;
  #retriesOther = 0;

  get answers(): number {
    return this.#acknowledged.size + this.#refused.size;
  }

  /** Written before anything is sent. */
  ask(key: string): void {
    this.#asked.add(key);
  }

  note(key: string, answer: Answer): void {
    if ('refused' in answer) {
      this.#refused.add(key);
      return;
    }
    const before = this.#acknowledged.get(key);
    if (before === answer.orderId) this.#retriesSame += 1;
    else if (before !== undefined) this.#retriesOther += 1;
    this.#acknowledged.set(key, answer.orderId);
  }

  /** Holds what clients were told against what the shop kept. */
  async against(shop: Shop): Promise<Verdict> {
    const { orders, sold, miscounted } = await shop.kept();
    const isUnknown = (key: string): boolean =>
      this.#asked.has(key) && !this.#acknowledged.has(key) && !this.#refused.has(key);
    const unanswered = (key: string): boolean => !this.#acknowledged.has(key) && !isUnknown(key);
    return {
      acknowledged: this.#acknowledged.size,
      refused: this.#refused.size,
      unknown: [...this.#asked].filter(isUnknown).length,
      lost: [...this.#acknowledged].filter(([key, id]) => orders.get(key) !== id).length,
      ghosts: [...orders.keys()].filter(unanswered).length,
      oversold: shop.lines.filter(({ id, offered }) => (sold.get(id) ?? 0) > offered).length,
      refusedButStored: [...this.#refused].filter((key) => orders.has(key)).length,
      retriesSame: this.#retriesSame,
      retriesOther: this.#retriesOther,
      miscounted,
    };
  }
}
