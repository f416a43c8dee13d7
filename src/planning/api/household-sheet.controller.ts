import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal } from '../../kernel/refusal.js';
import { Can } from '../../platform/access/can.js';
import { HttpActors } from '../../platform/http/http-actors.js';
import { rosterPolicy } from '../domain/roster.policy.js';
import { householdSheet, readHouseholdSheet } from '../sheets/household-sheet.js';
import { answerRefusal, fileOf, XLSX } from './sheet-upload.js';

@Controller('planning')
export class HouseholdSheetController {
  constructor(private readonly actors: HttpActors) {}

  /** The empty sheet to write a list of households in. */
  @Can(rosterPolicy.importHouseholds)
  @Get('household-list.xlsx')
  async template(@Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('content-type', XLSX)
      .header('content-disposition', 'attachment; filename="danh-sach-ho.xlsx"')
      .send(await householdSheet());
  }

  /** The rows of a filled sheet as they were typed, to be sent to `importHouseholds`. Nothing is written. */
  @Can(rosterPolicy.importHouseholds)
  @Post('household-list')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.actors.of(request);
    const file = await fileOf(request);
    const rows = isRefusal(file) ? file : await readHouseholdSheet(file);
    if (isRefusal(rows)) return answerRefusal(reply, 422, rows, actor);
    await reply.code(200).header('cache-control', 'no-store').send({ rows });
  }
}
