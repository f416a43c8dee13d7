import { dayOf } from '../../../../../src/kernel/day.js';
import { Fault } from '../../api/fault.js';
import { keepForLater } from '../../offline/use-read.js';
import { profile } from '../../session.js';
import { CropBook, MyLots } from '../lots/documents.js';
import { MyDeals, MyOffers } from '../orders/grower-documents.js';
import { Reports } from '../planning/documents.js';
import { ownRange } from '../planning/reports.js';
import { MyPayables } from '../settlement/grower-documents.js';
import { MyTickets } from '../weighing/grower-documents.js';

/** The profile that has them. */
let keptFor = '';

/** Once a start of the app and profile: what the other screens show, for the hill where there is no signal. */
export async function keepAhead(): Promise<void> {
  const owner = profile.value;
  if (keptFor === owner) return;
  keptFor = owner;
  try {
    await keepForLater(CropBook, {});
    await keepForLater(Reports, ownRange(dayOf(new Date())));
    await keepForLater(MyOffers, { waitingOnly: true });
    await keepForLater(MyOffers, { waitingOnly: false });
    await keepForLater(MyDeals, {});
    await keepForLater(MyLots, { first: 40 });
    await keepForLater(MyTickets, {});
    await keepForLater(MyPayables, {});
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    keptFor = '';
  }
}
