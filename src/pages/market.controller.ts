import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { Clock } from '../kernel/clock.js';
import { LotSearch } from '../lots/index.js';
import { Can } from '../platform/access/can.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { LotCards } from './lot-cards.js';
import { MarketStore } from './market.store.js';
import { frameOf, sendPage } from './page-frame.js';
import { pagePolicy } from './page.policy.js';
import { PriceRows } from './price-rows.js';
import { Templates } from './templates.js';

const LOTS_A_PAGE = 20;

/** The market and its lots: whole without JavaScript, made to be shared. */
@Controller()
export class MarketController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly cards: LotCards,
    private readonly market: MarketStore,
    private readonly search: LotSearch,
    private readonly prices: PriceRows,
    private readonly clock: Clock,
  ) {}

  @Can(pagePolicy.read)
  @Get('cho')
  async marketList(
    @Query() query: Record<string, string | undefined>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const frame = frameOf(request, reply, this.config.publicUrl, now);
    const communes = await this.cards.communes();
    const commune = communes.find(({ code }) => code === query['xa']) ?? null;
    const crops = await this.cards.crops(frame.locale);
    const crop = crops.find(({ code }) => code === query['cay']) ?? null;
    const search = (query['q'] ?? '').slice(0, 80);
    const filter = {
      cropCode: crop?.code,
      communeIds: commune ? [commune.id] : null,
      text: search,
    };
    const { nodes, pageInfo } = await this.search.page(filter, null, LOTS_A_PAGE, query['sau']);
    const offers = await this.market.onOffer(
      now,
      commune ? await this.prices.finestOf(commune.id) : null,
    );
    const closures = await this.cards.closures(commune?.id ?? null);
    const lots = await Promise.all(nodes.map((row) => this.cards.card(row, frame.locale)));
    const next = new URL(frame.url);
    if (pageInfo.endCursor) next.searchParams.set('sau', pageInfo.endCursor);
    const pages = await this.templates.get();
    const html = pages.renderMarket({
      frame,
      closures,
      crops,
      communes,
      crop: crop?.code ?? null,
      commune: commune?.code ?? null,
      search,
      lots,
      totalGrams: offers
        .filter(({ cropCode }) => !crop || cropCode === crop.code)
        .reduce((sum, { grams }) => sum + grams, 0),
      nextHref: pageInfo.hasNextPage ? `${next.pathname}${next.search}` : null,
    });
    await sendPage(request, reply, html);
  }

  @Can(pagePolicy.read)
  @Get('lo/:id')
  async lot(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = frameOf(request, reply, this.config.publicUrl, this.clock.now());
    const [row, pages] = await Promise.all([this.search.one(id), this.templates.get()]);
    if (!row) return sendPage(request, reply, pages.renderNotFound({ frame }), 404);
    if (row.state === 'CLOSED' || row.readyTo < this.clock.now()) {
      return sendPage(request, reply, pages.renderGone({ frame }), 410);
    }
    const shareImage = `${this.config.publicUrl}/lo/${id}/anh.png`;
    const lot = await this.cards.lot(row, frame.locale, this.clock.now());
    const orderHref = `/app/lo/${id}`;
    await sendPage(
      request,
      reply,
      pages.renderLot({ frame: { ...frame, shareImage }, lot, orderHref }),
    );
  }

  @Can(pagePolicy.read)
  @Get('lo/:id/anh.png')
  async shareImage(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const [row, pages] = await Promise.all([this.search.one(id), this.templates.get()]);
    if (!row) return void (await reply.code(404).send());
    const svg = pages.shareCard(await this.cards.card(row, 'vi'), 'vi');
    const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
    await reply.type('image/png').header('cache-control', 'public, max-age=300').send(png);
  }
}
