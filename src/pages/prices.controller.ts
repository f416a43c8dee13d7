import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { dayOf, isDay, plusDays } from '../kernel/day.js';
import { Boards } from '../office/index.js';
import { Can } from '../platform/access/can.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { LotCards } from './lot-cards.js';
import { frameOf, sendPage } from './page-frame.js';
import { pagePolicy } from './page.policy.js';
import { PriceRows } from './price-rows.js';
import { Templates } from './templates.js';

/** The price board: what each grade really brought on the last market day. */
@Controller()
export class PricesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly cards: LotCards,
    private readonly boards: Boards,
    private readonly prices: PriceRows,
    private readonly clock: Clock,
  ) {}

  @Can(pagePolicy.read)
  @Get('gia')
  async priceBoard(
    @Query('ngay') asked: string | undefined,
    @Query('cay') crop: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const frame = frameOf(request, reply, this.config.publicUrl, now);
    const today = dayOf(now);
    const wanted = asked !== undefined && isDay(asked) && asked <= today ? asked : today;
    const [{ day, rows }, usual, crops] = await Promise.all([
      this.boards.pricesOn(wanted),
      this.boards.usualPrices(wanted),
      this.cards.crops(frame.locale),
    ]);
    const shown = crops.find(({ code }) => code === crop) ?? null;
    const hrefOf = (to: string): string => `/gia?ngay=${to}${shown ? `&cay=${shown.code}` : ''}`;
    const pages = await this.templates.get();
    const html = pages.renderPrices({
      frame,
      day,
      crops,
      crop: shown?.code ?? null,
      rows: await this.prices.of(
        shown ? rows.filter((row) => row.cropCode === shown.code) : rows,
        usual,
        frame.locale,
      ),
      previousHref: hrefOf(plusDays(day, -1)),
      nextHref: day < today ? hrefOf(plusDays(day, 1)) : null,
    });
    await sendPage(request, reply, html);
  }
}
