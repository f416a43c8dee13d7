import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catalog } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { dayOf } from '../kernel/day.js';
import { Boards } from '../office/index.js';
import { Can } from '../platform/access/can.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { nameIn } from './lot-cards.js';
import { MarketStore } from './market.store.js';
import { frameOf, sendPage } from './page-frame.js';
import { pagePolicy } from './page.policy.js';
import { PriceRows } from './price-rows.js';
import { Templates } from './templates.js';

/** The first page: what is on offer today and what it usually brings. */
@Controller()
export class HomeController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly market: MarketStore,
    private readonly boards: Boards,
    private readonly prices: PriceRows,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  @Can(pagePolicy.read)
  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const now = this.clock.now();
    const frame = frameOf(request, reply, this.config.publicUrl, now);
    const today = dayOf(now);
    const [offers, { rows }, crops] = await Promise.all([
      this.market.onOffer(now, null),
      this.boards.pricesOn(today),
      this.catalog.crops(),
    ]);
    const pages = await this.templates.get();
    const html = pages.renderHome({
      frame,
      day: today,
      crops: offers.flatMap(({ cropCode, lots, grams }) => {
        const crop = crops.find(({ code }) => code === cropCode);
        const usual = rows.filter((row) => row.cropCode === cropCode && row.isEnough);
        return crop
          ? [
              {
                code: cropCode,
                drawing: cropCode,
                name: nameIn(frame.locale)(crop),
                lots,
                grams,
                usualVndPerKg: this.prices.middle(usual),
              },
            ]
          : [];
      }),
      notices: [],
    });
    await sendPage(request, reply, html);
  }
}
