import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel, type Party } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop, type Grade } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { DeductionTermsModel, deductionTerms, SideEnum } from '../../orders/index.js';
import { AdminUnitModel, Places, type AdminUnit } from '../../places/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { GramsScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { MadeOffer, Negotiation } from '../data/negotiation.rows.js';
import { evidenceText } from '../domain/evidence.js';
import { withoutContacts } from '../domain/hidden-contacts.js';
import type { Side } from '../../kernel/side.js';
import { amountOf, weightOf } from '../domain/terms.js';
import { threadStateAt, turnOf, type ThreadState } from '../domain/thread.js';
import { MarketFacts } from '../market-facts.js';
import { NegotiationLoaders } from './negotiation.loaders.js';
import {
  BuyerRecordModel,
  MadeOfferModel,
  NegotiatedLineModel,
  NegotiationModel,
  NegotiationPriceModel,
  SaidWordsModel,
} from './negotiation.model.js';

/** A party by name; numbers and points are for the two sides of a deal, on the deal. */
const named = (party: Party): PartyModel => ({
  id: party.id,
  kind: party.kind,
  name: party.name,
  phone: null,
  lat: null,
  lon: null,
});

/** What a negotiation points to and adds up to. */
@Resolver(() => NegotiationModel)
export class NegotiationFieldsResolver {
  constructor(
    private readonly loaders: NegotiationLoaders,
    private readonly market: MarketFacts,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  @ResolveField()
  state(@Parent() negotiation: Negotiation): ThreadState {
    return threadStateAt(negotiation, this.clock.now());
  }

  @ResolveField(() => SideEnum, {
    nullable: true,
    description: 'Đang chờ bên nào trả lời; null khi đã xong. / Whose answer is waited for.',
  })
  turn(@Parent() negotiation: Negotiation): Side | null {
    return turnOf(negotiation, this.clock.now());
  }

  @ResolveField(() => SideEnum, { description: 'Mình ở bên nào. / On whose side the asker is.' })
  mySide(@Context() context: AskContext): Side {
    return context.actor.role === 'TRADER' ? 'BUYER' : 'SELLER';
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  async crop(@Parent() { cropCode }: Negotiation): Promise<Crop> {
    return known(await this.catalog.crop(cropCode), cropCode);
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã của lô. / Commune of the lot.' })
  async commune(@Parent() { communeId }: Negotiation): Promise<AdminUnit> {
    return known(await this.places.unit(communeId), communeId);
  }

  @ResolveField(() => PartyModel, { description: 'Người mua. / The buyer.' })
  async buyer(
    @Parent() { buyerId }: Negotiation,
    @Context() context: AskContext,
  ): Promise<PartyModel> {
    return named(await this.loaders.party(context, buyerId));
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description:
      'Hộ bán; người mua chỉ thấy sau khi chốt. / The household; the buyer sees it once it is a deal.',
  })
  async household(
    @Parent() negotiation: Negotiation,
    @Context() context: AskContext,
  ): Promise<PartyModel | null> {
    if (context.actor.role === 'TRADER' && negotiation.state !== 'ACCEPTED') return null;
    return named(await this.loaders.party(context, negotiation.householdId));
  }

  @ResolveField(() => [MadeOfferModel], {
    description: 'Mọi đề nghị, cũ nhất trước. / Every offer, oldest first.',
  })
  offers(@Parent() { id }: Negotiation, @Context() context: AskContext): Promise<MadeOffer[]> {
    return this.loaders.offers(context, id);
  }

  @ResolveField(() => [SaidWordsModel], {
    description: 'Lời nhắn, cũ nhất trước. / What was said, oldest first.',
  })
  async words(
    @Parent() negotiation: Negotiation,
    @Context() context: AskContext,
  ): Promise<SaidWordsModel[]> {
    const words = await this.loaders.words(context, negotiation.id);
    if (negotiation.state === 'ACCEPTED') return words;
    return words.map((said) => ({ ...said, text: withoutContacts(said.text) }));
  }

  @ResolveField(() => [NegotiationPriceModel], {
    description:
      'Giá chợ phiên gần nhất theo loại, để cả hai bên thấy trước khi nhận. / Market prices by grade, for both sides before a yes.',
  })
  async marketPrices(@Parent() negotiation: Negotiation): Promise<NegotiationPriceModel[]> {
    const { day, rows } = await this.market.prices(negotiation.cropCode, this.clock.now());
    return rows.map((row) => ({ ...row, day }));
  }

  @ResolveField(() => BuyerRecordModel, {
    description: 'Người mua này trừ hao và trả tiền ra sao. / How this buyer deducts and pays.',
  })
  async buyerRecord(
    @Parent() { buyerId }: Negotiation,
    @Context() context: AskContext,
  ): Promise<BuyerRecordModel> {
    const record = await this.loaders.record(context, buyerId);
    return record ?? { tickets: 0, deductionBp: null, daysToPay: null };
  }

  @ResolveField(() => String, {
    description:
      'Toàn bộ đề nghị và lời nhắn thành một văn bản, để lưu làm bằng chứng. / Everything offered and said as one text, to keep as evidence.',
  })
  async evidence(
    @Parent() negotiation: Negotiation,
    @Context() context: AskContext,
  ): Promise<string> {
    const [crop, buyer, household, offers, words] = await Promise.all([
      this.crop(negotiation),
      this.buyer(negotiation, context),
      this.household(negotiation, context),
      this.loaders.offers(context, negotiation.id),
      this.words(negotiation, context),
    ]);
    const now = this.clock.now();
    return evidenceText({
      id: negotiation.id,
      crop: crop.nameVi,
      buyer: buyer.name,
      household: household?.name ?? null,
      isPhoneDeal: negotiation.isPhoneDeal,
      state: threadStateAt(negotiation, now),
      closedAt: negotiation.closedAt,
      offers,
      words,
    });
  }
}

/** What one offer points to and adds up to. */
@Resolver(() => MadeOfferModel)
export class MadeOfferFieldsResolver {
  constructor(private readonly catalog: Catalog) {}

  @ResolveField(() => [NegotiatedLineModel], { description: 'Các loại hàng. / Its grades.' })
  lines(@Parent() offer: MadeOffer): Promise<NegotiatedLineModel[]> {
    return Promise.all(
      offer.lines.map(async ({ gradeCode, grams, vndPerKg, isManual }) => ({
        grade: await this.grade(gradeCode, offer),
        grams,
        vndPerKg,
        isManual,
      })),
    );
  }

  @ResolveField(() => GramsScalar, { description: 'Tổng khối lượng. / Total weight.' })
  totalGrams(@Parent() offer: MadeOffer): number {
    return weightOf(offer.lines);
  }

  @ResolveField(() => VndScalar, {
    description: 'Thành tiền, trước trừ hao. / Amount before any deduction.',
  })
  amountVnd(@Parent() offer: MadeOffer): number {
    return amountOf(offer.lines);
  }

  @ResolveField(() => DeductionTermsModel, { description: 'Trừ hao. / The deduction.' })
  deduction(@Parent() offer: MadeOffer): DeductionTermsModel {
    return deductionTerms(offer.deduction);
  }

  private async grade(code: string, offer: MadeOffer): Promise<Grade> {
    return known(await this.catalog.grade(offer.cropCode, code, dayOf(offer.readyFrom)), code);
  }
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`a row names what is not known: ${name}`);
  return thing;
}
