import { Injectable } from '@nestjs/common';

/** Said before a graceful stop, so that a load balancer looks elsewhere while running requests finish. */
@Injectable()
export class Readiness {
  isStopping = false;
}
