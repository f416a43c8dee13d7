import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel } from '../../accounts/index.js';
import { CropModel, GradeModel, type Crop, type Grade } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { AdminUnitModel, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { BackupsStore, type Backup } from '../data/backups.store.js';
import type { PartyCard } from '../data/cards.store.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { USUAL_SHARE } from '../domain/backup.js';
import { seesHousehold } from '../domain/contact.js';
import { orderPolicy } from '../domain/order.policy.js';
import { AnswerBackup } from '../use-cases/answer-backup.js';
import { AskBackups } from '../use-cases/ask-backups.js';
import { AskBackupsInput, BackupModel, RespondBackupInput } from './backup.model.js';
import { KnownNames } from './known-names.js';
import { OrderLoaders } from './order.loaders.js';
import { OrderModel } from './order.model.js';

const AskBackupsResult = orRefused('AskBackupsResult', OrderModel, 'Đã hỏi lô dự phòng.');
const RespondBackupResult = orRefused('RespondBackupResult', BackupModel, 'Đã trả lời.');

@Resolver(() => BackupModel)
export class BackupsResolver {
  constructor(
    private readonly backups: BackupsStore,
    private readonly orders: OrdersStore,
    private readonly asking: AskBackups,
    private readonly answering: AnswerBackup,
    private readonly names: KnownNames,
    private readonly loaders: OrderLoaders,
    private readonly clock: Clock,
  ) {}

  @Can(orderPolicy.readOffers)
  @Query(() => [BackupModel], {
    name: 'myBackups',
    description:
      'Các lời nhờ làm dự phòng gửi hộ mình hoặc thành viên, mới nhất trước. / What the own household or members were asked to stand by for, newest first.',
  })
  myBackups(@Asker() actor: Actor): Promise<Backup[]> {
    return this.backups.list(actor, this.clock.now());
  }

  @Can(orderPolicy.askBackups)
  @Mutation(() => AskBackupsResult, {
    name: 'askBackups',
    description:
      'Nhờ thêm hộ làm dự phòng cho đơn đang gom hoặc đã chốt. / Asks more households to stand by for an order, gathered or committed.',
  })
  async askBackups(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn và phần dự phòng. / The order and the share.' })
    input: AskBackupsInput,
  ): Promise<Order | Refusal> {
    const { clientMutationId, orderId, shareBp } = input;
    const asked = await this.asking.run(actor, {
      clientMutationId,
      orderId,
      shareBp: shareBp ?? USUAL_SHARE,
    });
    if (isRefusal(asked)) return asked;
    return (await this.orders.find(actor, orderId)) ?? refuse('ORDER_NOT_FOUND');
  }

  @Can(orderPolicy.respondBackup)
  @Mutation(() => RespondBackupResult, {
    name: 'respondBackup',
    description:
      'Hộ nhận hay không nhận làm dự phòng; nhận rồi vẫn đổi được. / The household stands by or not; a yes may be taken back.',
  })
  async respondBackup(
    @Asker() actor: Actor,
    @Args('input', { description: 'Câu trả lời. / The answer.' }) input: RespondBackupInput,
  ): Promise<Backup | Refusal> {
    const answered = await this.answering.run(actor, input);
    if (isRefusal(answered)) return answered;
    const [backup] = await this.backups.byIds([answered.backupId], this.clock.now());
    return backup ?? refuse('BACKUP_NOT_FOUND');
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() backup: Backup): Promise<Crop> {
    return this.names.crop(backup.cropCode);
  }

  @ResolveField(() => GradeModel, { description: 'Loại. / Grade.' })
  grade(@Parent() backup: Backup): Promise<Grade> {
    return this.names.grade(backup.cropCode, backup.gradeCode, backup.readyFrom);
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã của lô. / Commune of the lot.' })
  commune(@Parent() backup: Backup): Promise<AdminUnit> {
    return this.names.commune(backup.communeId);
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description:
      'Hộ làm dự phòng; người mua chỉ thấy sau khi hộ nhận. / The household; the buyer sees it once it stands by.',
  })
  async household(
    @Parent() backup: Backup,
    @Context() context: AskContext,
  ): Promise<PartyCard | null> {
    const { buyerId, householdId, state } = backup;
    const sides = { buyerId, householdId, isAgreed: state === 'READY' || state === 'USED' };
    if (!seesHousehold(context.actor, { ...sides, isTrusted: false })) return null;
    return this.loaders.card(context, householdId, sides);
  }
}

@Resolver(() => OrderModel)
export class OrderBackupsResolver {
  constructor(private readonly loaders: OrderLoaders) {}

  @ResolveField(() => [BackupModel], {
    description: 'Các lô dự phòng của đơn. / Lots that stand by for the order.',
  })
  backups(@Parent() order: Order, @Context() context: AskContext): Promise<Backup[]> {
    return this.loaders.backupsOf(context, order.id);
  }
}
