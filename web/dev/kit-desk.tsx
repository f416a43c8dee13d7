import { day, plusDays } from '../../src/kernel/day.js';
import { TopBar } from '../src/app/ui/bars.js';
import { Card } from '../src/app/ui/card.js';
import { ChartKey, DayBars, Sparkline } from '../src/app/ui/charts.js';
import { CommuneMap } from '../src/app/ui/commune-map.js';
import { Table } from '../src/app/ui/table.js';
import { lunarMark } from '../src/app/words/lunar-text.js';
import { fmt } from '../src/app/words/words.js';
import { COMMUNES } from './communes.js';

export function Desk() {
  document.documentElement.dataset['density'] = 'desk';
  const today = day('2026-08-26');
  const rows = COMMUNES.map((spot, i) => ({
    ...spot,
    households: 40 + ((i * 37) % 90),
    price: 26_000 + ((i * 1300) % 9000),
  }));
  return (
    <div class="page">
      <TopBar title="Bảng hôm nay" code="V1" />
      <main>
        <div class="stack loose">
          <div class="columns">
            <CommuneMap label="Hàng theo xã" communes={COMMUNES} />
            <Card title="Cung 14 ngày, tấn">
              <DayBars
                label="Cung 14 ngày"
                text={(value) => fmt().number(Math.round(value / 1_000_000))}
                mark={lunarMark}
                bars={Array.from({ length: 14 }, (_, i) => ({
                  day: plusDays(today, i - 3),
                  value: i === 12 ? null : 40_000_000 + ((i * 17) % 11) * 6_000_000,
                  wanted: 60_000_000,
                  isExpected: i > 3,
                }))}
              />
              <ChartKey
                measured="đã cân"
                expected="hộ báo"
                wanted="cần mua"
                unknown="chưa ai báo"
              />
            </Card>
          </div>
          <Table
            caption="Theo xã"
            rows={rows}
            rowKey={({ code }) => code}
            sortedBy={{ key: 'kg', isFalling: true }}
            columns={[
              {
                key: 'name',
                title: 'Xã',
                cell: ({ name }) => name,
                by: ({ name }) => name,
                total: 'Tất cả',
              },
              {
                key: 'households',
                title: 'Hộ',
                cell: ({ households }) => households,
                by: ({ households }) => households,
                isNumber: true,
              },
              {
                key: 'kg',
                title: 'Khối lượng',
                cell: ({ text }) => text,
                by: ({ value }) => value ?? -1,
                isNumber: true,
                total: fmt().load(96_400_000),
              },
              {
                key: 'price',
                title: 'Giá',
                cell: ({ price }) => fmt().vnd(price),
                by: ({ price }) => price,
                isNumber: true,
              },
              {
                key: 'run',
                title: '14 ngày',
                cell: ({ price }) => (
                  <Sparkline label="giá" values={[3, 5, null, 4, 6, 8, 7, price / 4000]} />
                ),
              },
            ]}
          />
        </div>
      </main>
    </div>
  );
}
