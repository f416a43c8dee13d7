import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDay } from '../../kernel/day.js';
import { isRefusal, refuse } from '../../kernel/refusal.js';
import { Can } from '../../platform/access/can.js';
import { HttpActors } from '../../platform/http/http-actors.js';
import { sentenceOf } from '../../platform/words/say.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { ForecastLists } from '../forecast-lists.js';
import { answerRefusal, fileOf, XLSX } from './sheet-upload.js';

@Controller('planning')
export class ForecastSheetController {
  constructor(
    private readonly lists: ForecastLists,
    private readonly actors: HttpActors,
  ) {}

  /** The list to fill in: households of the officer's communes, with their last numbers. */
  @Can(forecastPolicy.bulk)
  @Get('forecast-list.xlsx')
  async template(
    @Query('day') day: string | undefined,
    @Query('cropCode') cropCode: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const sheet =
      day !== undefined && isDay(day) && cropCode !== undefined
        ? await this.lists.sheet(actor, day, cropCode)
        : refuse('CROP_UNKNOWN', {}, 'cropCode');
    if (isRefusal(sheet)) return answerRefusal(reply, 400, sheet, actor);
    await reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="bao-san-luong-${day}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(sheet);
  }

  /** A dry run: what each row of a filled list would write, and why some cannot. Nothing is written. */
  @Can(forecastPolicy.bulk)
  @Post('forecast-list')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.actors.of(request);
    const file = await fileOf(request);
    const rows = isRefusal(file) ? file : await this.lists.read(actor, file);
    if (isRefusal(rows)) return answerRefusal(reply, 422, rows, actor);
    await reply
      .code(200)
      .header('cache-control', 'no-store')
      .send({
        rows: rows.map(({ refusal, ...row }) => ({
          ...row,
          problem: refusal && { code: refusal.refused, ...sentenceOf(refusal, actor.locale) },
        })),
      });
  }
}
