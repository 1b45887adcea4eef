import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Language } from '../../db/types/language.ts';
import { api } from './api.ts';
import { usePaper } from './appearance.ts';
import { canReveal, desktop } from './desktop.ts';
import { notify } from './notices.ts';
import styles from './printed-page.module.css';

/**
 * A screen that is there to be printed: A4, page numbers, its name at the head of every page, and nothing of the app but two
 * buttons that stay on screen. In Electron it is saved as a PDF, in a browser by the browser's own print window.
 */
export function PrintedPage({ title, back, children }: { title: string; back: string; children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  usePaper();
  useEffect(() => {
    const before = document.title;
    document.title = title; // a browser names the file after it
    return () => {
      document.title = before;
    };
  }, [title]);
  const print = async () => {
    const path = await desktop.print(`${title.replace(/[<>:"/\\|?*]/g, ' ')}.pdf`);
    if (path !== null) notify({ text: t('print.saved', { path }) });
  };
  return (
    <main className={styles.screen}>
      {/* The head of the page is written by the style sheet, which takes its words as a quoted text. */}
      <style>{`@page { @top-left { content: ${quoted(title)}; } }`}</style>
      <div className={styles.tools}>
        <Button onClick={() => void navigate(back)}>{t('print.back')}</Button>
        <Button type="primary" onClick={() => void print()}>
          {t(canReveal ? 'print.save' : 'print.print')}
        </Button>
      </div>
      {children}
    </main>
  );
}

/**
 * What stands on paper in one language, whatever the app speaks, under the house's logo; each begins on a page of its own. `running`
 * are the lines at the head and the foot of its pages, in place of the printed page's title; such a paper has a cover with the logo.
 */
export function PrintedIn({
  language,
  running,
  children,
}: {
  language: Language;
  running?: { readonly head: string; readonly foot: string };
  children: ReactNode;
}) {
  const { i18n } = useTranslation();
  const page = `paper-${language}`;
  // One for as long as it stands: new words at every render would have all of the paper rendered again.
  const { data: letterhead } = useQuery(api.letterhead.get.queryOptions());
  const labels = useMemo(() => i18n.cloneInstance({ lng: language }), [i18n, language]);
  return (
    <I18nextProvider i18n={labels}>
      {running && (
        <style>{`@page ${page} {
          @top-left { content: ${quoted(running.head)}; }
          @bottom-left { content: ${quoted(running.foot)}; }
        }`}</style>
      )}
      <article className={styles.paper} lang={language} style={running && { page }}>
        {!running && letterhead?.logo && (
          <img className={styles.logo} src={letterhead.logo} alt={labels.t('letterhead.logo')} />
        )}
        {children}
      </article>
    </I18nextProvider>
  );
}

/** A text as CSS takes it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
