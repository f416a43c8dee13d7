import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { DEMO_STAFF_PASSWORD, demoStaffCode, demoStaffSecret } from '../accounts/index.js';
import { LatestCodes, RecordedPhones } from '../messages/index.js';
import { Can } from '../platform/access/can.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { DEMO_PEOPLE } from './demo-people.js';
import { frameOf, sendPage } from './page-frame.js';
import { pagePolicy } from './page.policy.js';
import { Templates } from './templates.js';

const MESSAGES_SHOWN = 10;

/** Who to sign in as, what was sent to them and the codes just sent to these invented phones; not there outside the demonstration. */
@Controller('demo')
export class DemoController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly codes: LatestCodes,
    private readonly phones: RecordedPhones,
    private readonly clock: Clock,
  ) {}

  @Can(pagePolicy.read)
  @Get()
  async people(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const frame = frameOf(request, reply, this.config.publicUrl, this.clock.now());
    const pages = await this.templates.get();
    if (this.config.seed !== 'demo' || this.config.isProduction) {
      return sendPage(request, reply, pages.renderNotFound({ frame }), 404);
    }
    const now = this.clock.now();
    const accounts = DEMO_PEOPLE.map(({ role, note, name, phone, isStaff }) => ({
      role: role[frame.locale],
      note: note[frame.locale],
      name,
      phone,
      code: isStaff ? demoStaffCode(phone, now) : (this.codes.codeOf(phone) ?? null),
      messages: this.phones
        .messagesOf(phone)
        .slice(-MESSAGES_SHOWN)
        .map(({ channel, text, isFromPhone, at }) => ({ channel, text, isFromPhone, at })),
      staff: isStaff ? { password: DEMO_STAFF_PASSWORD, secret: demoStaffSecret(phone) } : null,
    }));
    void reply.header('cache-control', 'no-store');
    await reply.type('text/html; charset=utf-8').send(pages.renderDemo({ frame, accounts }));
  }
}
