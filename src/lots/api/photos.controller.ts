import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/id.js';
import { isRefusal } from '../../kernel/refusal.js';
import { Can } from '../../platform/access/can.js';
import { HttpActors } from '../../platform/http/http-actors.js';
import { answerPicture, pictureOf } from '../../platform/pictures/sent-picture.js';
import { PhotosStore } from '../data/photos.store.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { AddPhoto } from '../use-cases/add-photo.js';

// The bytes of an id never change; a changed picture has another id.
const FOREVER = 'public, max-age=31536000, immutable';

@Controller('photos')
export class PhotosController {
  constructor(
    private readonly adding: AddPhoto,
    private readonly photos: PhotosStore,
    private readonly actors: HttpActors,
  ) {}

  /** One file of at most 8 MB as multipart/form-data. Answers 201 `{id}`, or a refusal as `{code, message, nextStep}`. */
  @Can(lotPolicy.addPhoto)
  @Post()
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.actors.of(request);
    const sent = await pictureOf(request);
    const added = isRefusal(sent) ? sent : await this.adding.run(actor, sent);
    await answerPicture(reply, added, actor);
  }

  @Can(lotPolicy.seePhoto)
  @Get(':id/card.webp')
  card(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(id, 'card', reply);
  }

  @Can(lotPolicy.seePhoto)
  @Get(':id/full.webp')
  full(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(id, 'full', reply);
  }

  private async show(id: string, size: 'card' | 'full', reply: FastifyReply): Promise<void> {
    const bytes = isId(id) ? await this.photos.bytes(id, size) : undefined;
    if (!bytes) {
      await reply.code(404).header('cache-control', 'no-store').send({ code: 'NOT_FOUND' });
      return;
    }
    await reply
      .header('content-type', 'image/webp')
      .header('cache-control', FOREVER)
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  }
}
