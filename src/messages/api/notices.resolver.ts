import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Catalog } from '../../catalog/index.js';
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
import { noticeText, type GoodsNames } from '../domain/notice-texts.js';
import { ReadNotices } from '../use-cases/read-notices.js';
import { NoticeModel, NoticesReadModel, ReadNoticesInput } from './notice.model.js';

const NoticeConnection = connectionOf('NoticeConnection', NoticeModel);
const ReadNoticesResult = orRefused('ReadNoticesResult', NoticesReadModel, 'Đã đánh dấu.');

@Resolver(() => NoticeModel)
export class NoticesResolver {
  constructor(
    private readonly store: NoticesStore,
    private readonly reading: ReadNotices,
    private readonly catalog: Catalog,
  ) {}

  @Can(messagePolicy.read)
  @Query(() => NoticeConnection, {
    name: 'myNotices',
    description: 'Tin báo của tôi, mới trước. / Own messages, newest first.',
  })
  async myNotices(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<NoticeEntity>> {
    const first = pageSize(page.first);
    const after = page.after === undefined ? undefined : timeCursor(page.after);
    const rows = await this.store.page(actor.personId, first, after);
    return pageOf(rows, first, timeKeys);
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
    return noticeText(notice.kind, facts, actor.locale, await this.namesFor(actor));
  }

  private async namesFor({ locale }: Actor): Promise<GoodsNames> {
    const crops = await this.catalog.crops();
    const named = (thing: { nameVi: string; nameEn: string } | undefined, code: string): string =>
      (locale === 'en' ? thing?.nameEn : thing?.nameVi) ?? code;
    const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
    const grades = new Map(
      (await Promise.all(crops.map(({ code }) => this.catalog.gradesOf(code))))
        .flat()
        .map((grade) => [`${grade.cropCode}/${grade.code}`, grade]),
    );
    return {
      crop: (code) =>
        lower(
          named(
            crops.find((crop) => crop.code === code),
            code,
          ),
        ),
      grade: (cropCode, code) => lower(named(grades.get(`${cropCode}/${code}`), code)),
    };
  }
}
