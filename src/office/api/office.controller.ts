import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catalog } from '../../catalog/index.js';
import { isDay } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { Places } from '../../places/index.js';
import { Can } from '../../platform/access/can.js';
import { HttpActors } from '../../platform/http/http-actors.js';
import { Boards } from '../boards.js';
import { officePolicy } from '../domain/office.policy.js';
import { supplySheet } from './supply-sheet.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('office')
export class OfficeController {
  constructor(
    private readonly boards: Boards,
    private readonly actors: HttpActors,
    private readonly places: Places,
    private readonly catalog: Catalog,
  ) {}

  @Can(officePolicy.watch)
  @Get('supply.xlsx')
  async supply(
    @Query('day') day: string | undefined,
    @Query('communeId') communeId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (day === undefined || !isDay(day) || (communeId !== undefined && !isId(communeId))) {
      await reply
        .code(400)
        .send({ code: 'BAD_REQUEST', message: 'Ngày chưa đúng dạng 2021-07-23.' });
      return;
    }
    const actor = await this.actors.of(request);
    const board = await this.boards.supplyOn(actor, day, communeId ?? null);
    await reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="san-luong-${board.day}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(await supplySheet(board, this.places, this.catalog));
  }
}
