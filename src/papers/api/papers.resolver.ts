import { createHash } from 'node:crypto';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Accounts } from '../../accounts/index.js';
import { isId } from '../../kernel/id.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { SheetsStore } from '../data/sheets.store.js';
import { dealPaper } from '../domain/deal-paper.js';
import { orderConfirmation, pickList } from '../domain/order-papers.js';
import type { Paper } from '../domain/paper.js';
import { papersPolicy } from '../domain/papers.policy.js';
import { printed } from '../print/printed.js';
import { OrderReportKind, PdfDocumentModel } from './papers.model.js';

@Resolver()
export class PapersResolver {
  constructor(
    private readonly sheets: SheetsStore,
    private readonly accounts: Accounts,
  ) {}

  @Can(papersPolicy.deal)
  @Query(() => PdfDocumentModel, {
    name: 'dealPdf',
    nullable: true,
    description:
      'Bản thỏa thuận; null khi không có hoặc không phải của mình. / The deal sheet; null when there is none or it is not yours.',
  })
  async dealPdf(
    @Asker() actor: Actor,
    @Args('dealId', { type: () => ID, description: 'Thỏa thuận. / The deal.' }) dealId: string,
  ): Promise<PdfDocumentModel | null> {
    const deal = isId(dealId) ? await this.sheets.deal(actor, dealId) : undefined;
    return deal ? fileOf(dealPaper(deal)) : null;
  }

  @Can(papersPolicy.order)
  @Query(() => PdfDocumentModel, {
    name: 'orderReport',
    nullable: true,
    description:
      'Giấy của một đơn đã chốt; null khi chưa chốt hoặc không phải của mình. / A paper of a committed order; null before that or when it is not yours.',
  })
  async orderReport(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Đơn. / The order.' }) orderId: string,
    @Args('kind', { type: () => OrderReportKind, description: 'Giấy nào. / Which paper.' })
    kind: OrderReportKind,
  ): Promise<PdfDocumentModel | null> {
    const order = isId(orderId) ? await this.sheets.order(actor, orderId) : undefined;
    if (!order) return null;
    if (kind === OrderReportKind.CONFIRMATION) return fileOf(orderConfirmation(order));
    const called = order.parts.filter(({ phone }) => phone !== null);
    const shown = await this.accounts.numbersForTrade(
      actor,
      called.map(({ householdId }) => householdId),
    );
    return fileOf(pickList(order, shown));
  }
}

async function fileOf(paper: Paper): Promise<PdfDocumentModel> {
  const file = await printed(paper);
  return {
    fileName: paper.fileName,
    sha256: createHash('sha256').update(file).digest('hex'),
    contentBase64: file.toString('base64'),
  };
}
