import { sumGrams } from '../../../../../src/kernel/units.js';
import { useRead } from '../../offline/use-read.js';
import { LinkButton } from '../../ui/button.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { PooledOnMarket } from './documents.js';
import { say } from './words.js';

/** What cooperatives show as one: ordered from as it is. */
export function PooledOffers({ cropCode }: { cropCode: string | null }) {
  const words = say();
  const { data } = useRead(PooledOnMarket, { cropCode });
  const listings = data?.pooledListings.nodes ?? [];
  if (listings.length === 0) return null;
  return (
    <section class="stack">
      <h2>{words.pooled}</h2>
      {listings.map((one) => (
        <section class="card" key={one.id}>
          <div class="card-head">
            <b>
              {one.coopName}
              <br />
              {titled(named(one.crop))}
            </b>
            <b class="num">{fmt().load(sumGrams(one.grades.map(({ freeGrams }) => freeGrams)))}</b>
          </div>
          <p class="earth">
            {words.pooledOf(one.lotCount, one.householdCount)} ·{' '}
            {one.grades
              .map(({ grade, freeGrams }) => `${fmt().load(freeGrams)} ${named(grade)}`)
              .join(', ')}
          </p>
          {one.note && <p>{one.note}</p>}
          <LinkButton isWide icon="order" href={`/app/gom/moi?gop=${one.id}&cay=${one.crop.code}`}>
            {words.orderPool}
          </LinkButton>
        </section>
      ))}
    </section>
  );
}
