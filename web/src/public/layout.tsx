import type { ComponentChildren } from 'preact';
import { Icon } from '../app/ui/icon.js';
import { fmt } from '../app/words/words.js';
import type { PageFrame } from './props.js';
import { words } from './words.js';

declare const PUBLIC_ASSETS: { script: string; style: string };

interface LayoutProps {
  frame: PageFrame;
  /** Of the page alone; the name of the market follows it. */
  title: string;
  description: string;
  /** Path of the section, for the mark in the navigation. */
  section?: '/cho' | '/gia';
  /** For pages a search engine should not keep. */
  isUnlisted?: boolean;
  /** Wide for tables. */
  isWide?: boolean;
  children: ComponentChildren;
}

/** The whole document. Nothing inline, so that the strictest content policy holds; nothing needs JavaScript. */
export function Layout({
  frame,
  title,
  description,
  section,
  isUnlisted,
  isWide,
  children,
}: LayoutProps) {
  const full = `${title} – ${words().name}`;
  return (
    <html lang={frame.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{full}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="description" content={description} />
        <meta name="theme-color" content="#fffbf2" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#15130f" media="(prefers-color-scheme: dark)" />
        {isUnlisted ? (
          <meta name="robots" content="noindex" />
        ) : (
          <link rel="canonical" href={frame.url} />
        )}
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content={words().name} />
        <meta property="og:locale" content={frame.locale === 'vi' ? 'vi_VN' : 'en_GB'} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:url" content={frame.url} />
        {frame.shareImage && (
          <>
            <meta property="og:image" content={frame.shareImage} />
            <meta property="og:image:width" content="1200" />
            <meta property="og:image:height" content="630" />
            <meta name="twitter:card" content="summary_large_image" />
          </>
        )}
        <link rel="stylesheet" href={PUBLIC_ASSETS.style} />
        <link rel="icon" href="/app/icon.svg" type="image/svg+xml" />
        <script type="module" src={PUBLIC_ASSETS.script} />
      </head>
      <body>
        <a href="#main" class="btn main skip">
          {words().skip}
        </a>
        <Head frame={frame} section={section} />
        <main id="main" class={isWide ? 'board-main wide' : 'board-main'}>
          {children}
        </main>
        <footer class="board-foot earth">
          <p>{words().foot}</p>
          <p>
            {words().asOf(fmt().moment(new Date(frame.asOf), new Date(frame.asOf)))} ·{' '}
            <a
              href={frame.otherLocaleHref}
              lang={words().otherLanguageCode}
              hreflang={words().otherLanguageCode}
            >
              {words().otherLanguage}
            </a>
          </p>
        </footer>
      </body>
    </html>
  );
}

function Head({ frame, section }: Pick<LayoutProps, 'frame' | 'section'>) {
  const links = [
    { href: '/cho', text: words().market, icon: 'stall' },
    { href: '/gia', text: words().prices, icon: 'tag' },
    { href: '/app/', text: words().app, icon: 'person' },
  ] as const;
  return (
    <header class="board-head">
      <a href="/" class="board-name" lang={frame.locale}>
        {words().name}
      </a>
      <nav class="board-nav" aria-label={words().nav}>
        {links.map(({ href, text, icon }) => (
          <a key={href} href={href} aria-current={href === section ? 'page' : undefined}>
            <Icon name={icon} size={20} />
            {text}
          </a>
        ))}
      </nav>
    </header>
  );
}
