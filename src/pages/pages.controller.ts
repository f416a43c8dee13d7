import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { Catalog } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { dayOf, isDay, plusDays } from '../kernel/day.js';
import { LotSearch } from '../lots/index.js';
import { Boards } from '../office/index.js';
import { Can } from '../platform/access/can.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { LotCards, nameIn } from './lot-cards.js';
import { MarketStore } from './market.store.js';
import { frameOf, sendPage } from './page-frame.js';
import { pagePolicy } from './page.policy.js';
import { PriceRows } from './price-rows.js';
import { Templates } from './templates.js';

const LOTS_A_PAGE = 20;

/** The pages everybody may read: drawn on the server, whole without JavaScript, made to be shared. */
@Controller()
export class PagesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly cards: LotCards,
    private readonly market: MarketStore,
    private readonly search: LotSearch,
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
    const { nodes, pageInfo } = await this.search.page(filter, LOTS_A_PAGE, query['sau']);
    const offers = await this.market.onOffer(
      now,
      commune ? await this.prices.finestOf(commune.id) : null,
    );
    const lots = await Promise.all(nodes.map((row) => this.cards.card(row, frame.locale)));
    const next = new URL(frame.url);
    if (pageInfo.endCursor) next.searchParams.set('sau', pageInfo.endCursor);
    const pages = await this.templates.get();
    const html = pages.renderMarket({
      frame,
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
    const lot = await this.cards.lot(row, frame.locale);
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
