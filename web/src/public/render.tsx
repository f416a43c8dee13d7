import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { en } from '../app/words/en.js';
import { giveEnglish, locale, type Locale } from '../app/words/words.js';
import { HomePage } from './home-page.js';
import { LotPage } from './lot-page.js';
import { MarketPage } from './market-page.js';
import { PermitPage } from './permit-page.js';
import { DemoPage, GonePage, NotFoundPage } from './plain-pages.js';
import { PricePage } from './price-page.js';
import type { PageFrame, PublicPages } from './props.js';
import { ShareCard } from './share-card.js';

giveEnglish(en);

/** Rendering is one synchronous step, so the language set here cannot be changed by another request in between. */
function inLanguage(language: Locale, node: VNode): string {
  locale.value = language;
  return renderToString(node);
}

const page =
  <Props extends { frame: PageFrame }>(Page: (props: Props) => VNode) =>
  (props: Props): string =>
    `<!doctype html>${inLanguage(props.frame.locale, <Page {...props} />)}`;

export const {
  renderHome,
  renderMarket,
  renderLot,
  renderPrices,
  renderPermit,
  renderDemo,
  renderNotFound,
  renderGone,
  shareCard,
}: PublicPages = {
  renderHome: page(HomePage),
  renderMarket: page(MarketPage),
  renderLot: page(LotPage),
  renderPrices: page(PricePage),
  renderPermit: page(PermitPage),
  renderDemo: page(DemoPage),
  renderNotFound: page(NotFoundPage),
  renderGone: page(GonePage),
  shareCard: (lot, language) => inLanguage(language, <ShareCard lot={lot} />),
};
