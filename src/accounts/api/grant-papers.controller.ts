import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/id.js';
import { isRefusal } from '../../kernel/refusal.js';
import { Can } from '../../platform/access/can.js';
import { HttpActors } from '../../platform/http/http-actors.js';
import { answerPicture, pictureOf } from '../../platform/pictures/sent-picture.js';
import { GrantEvidenceStore } from '../data/grant-evidence.store.js';
import { partyPolicy } from '../domain/party.policy.js';
import { GrantPapers } from '../grant-papers.js';
import { KeepGrantPaper } from '../use-cases/keep-grant-paper.js';

/** Photographs of papers by which households agreed: kept in no cache, shown to those they concern. */
@Controller('grant-papers')
export class GrantPapersController {
  constructor(
    private readonly keeping: KeepGrantPaper,
    private readonly evidence: GrantEvidenceStore,
    private readonly papers: GrantPapers,
    private readonly actors: HttpActors,
  ) {}

  /** One picture of at most 8 MB as multipart/form-data. Answers 201 `{id}`, or a refusal as `{code, message, nextStep}`. */
  @Can(partyPolicy.addGrantPaper)
  @Post()
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.actors.of(request);
    const sent = await pictureOf(request);
    const kept = isRefusal(sent) ? sent : await this.keeping.run(actor, sent);
    await answerPicture(reply, kept, actor);
  }

  @Can(partyPolicy.seeGrantPaper)
  @Get(':id/full.webp')
  async show(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const [paper] = isId(id) ? await this.evidence.papers([id]) : [];
    const isShown = paper !== undefined && (await this.papers.maySee({ actor, request }, paper));
    const picture = isShown ? await this.evidence.picture(paper.id) : undefined;
    void reply.header('cache-control', 'no-store');
    if (!picture) {
      await reply.code(404).send({ code: 'NOT_FOUND' });
      return;
    }
    await reply
      .header('content-type', 'image/webp')
      .header('x-content-type-options', 'nosniff')
      .send(picture);
  }
}
