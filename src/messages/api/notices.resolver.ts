import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { NoticeEntity } from '../data/notice.entity.js';
import { NoticesStore } from '../data/notices.store.js';
import { messagePolicy } from '../domain/message.policy.js';
import type { NoticeFacts } from '../domain/notice-kinds.js';
import { noticeText } from '../domain/notice-texts.js';
import { GoodsWords } from '../goods-words.js';
import { ReadNotices } from '../use-cases/read-notices.js';
import { NoticeModel, NoticesReadModel, ReadNoticesInput } from './notice.model.js';

const NoticeConnection = connectionOf('NoticeConnection', NoticeModel);
const ReadNoticesResult = orRefused('ReadNoticesResult', NoticesReadModel, 'Đã đánh dấu.');

@Resolver(() => NoticeModel)
export class NoticesResolver {
  constructor(
    private readonly store: NoticesStore,
    private readonly reading: ReadNotices,
    private readonly words: GoodsWords,
  ) {}

  @Can(messagePolicy.read)
  @Query(() => NoticeConnection, {
    name: 'myNotices',
    description: 'Tin báo của tôi, mới trước. / Own messages, newest first.',
  })
  async myNotices(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<NoticeEntity>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const rows = await this.store.page(actor, first, after);
    return pageOf(rows, first, timeKeys);
  }

  @Can(messagePolicy.read)
  @Query(() => Int, {
    name: 'unreadNotices',
    description: 'Số tin tôi chưa đọc, nhiều nhất 100. / Own messages not read yet, at most 100.',
  })
  unreadNotices(@Asker() actor: Actor): Promise<number> {
    return this.store.unread(actor);
  }

  @Can(messagePolicy.read)
  @Mutation(() => ReadNoticesResult, {
    name: 'readNotices',
    description: 'Đánh dấu đã đọc. / Marks own messages as read.',
  })
  readNotices(
    @Asker() actor: Actor,
    @Args('input', { description: 'Các tin. / The messages.' }) input: ReadNoticesInput,
  ): Promise<NoticesReadModel | Refusal> {
    return this.reading.run(actor, input);
  }

  @ResolveField(() => String, { description: 'Nội dung. / The sentence.' })
  async text(@Parent() notice: NoticeEntity, @Asker() actor: Actor): Promise<string> {
    const facts = notice.facts as NoticeFacts[typeof notice.kind];
    return noticeText(notice.kind, facts, actor.locale, await this.words.in(actor.locale));
  }
}
