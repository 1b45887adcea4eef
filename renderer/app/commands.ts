import { useMutation, useQuery } from '@tanstack/react-query';
import i18next, { type ParseKeys } from 'i18next';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Command } from '../../electron/desktop.ts';
import { showBookDialog } from '../features/book/book-dialog.ts';
import { useBookExport } from '../features/export/use-export.ts';
import { usePalette } from '../features/search/palette-store.ts';
import { actionText } from '../lib/action.ts';
import { api, client, queryClient } from '../lib/api.ts';
import { chooseTheme } from '../lib/appearance.ts';
import { useAreas } from '../lib/area.ts';
import { openCapture } from '../lib/capture.ts';
import { desktop } from '../lib/desktop.ts';
import { notify } from '../lib/notices.ts';
import { useGuides } from './guide.tsx';

const themes = ['light', 'dark', 'system'] as const;

/** Something the user can have done from the menu, the palette or a key. */
export type PageCommand = {
  readonly key: string;
  readonly label: string;
  /** What else it is found by: its label in the other language. */
  readonly found?: string;
  /** The key as it is written on a button, such as Ctrl+N. */
  readonly shortcut?: string;
  readonly isEnabled: boolean;
  readonly run: () => void;
};

export type PageCommands = ReturnType<typeof useCommands>;

/** All commands of the frame, each with its words; also listens to the keyboard and to the host's menu. */
export function useCommands() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { mutate: openBook } = useMutation(
    api.book.open.mutationOptions({ onSuccess: () => void navigate('/today') }),
  );
  const { mutate: saveCopy } = useMutation(
    api.book.saveCopy.mutationOptions({
      onSuccess: ({ copied, missing }, { path }) => {
        if (missing > 0) notify({ text: t('book.copyMisses', { count: missing }) });
        notify({
          text: t(copied > 0 ? 'book.copySavedWithFiles' : 'book.copySaved', { path, count: copied }),
        });
      },
    }),
  );
  const { mutate: backUp } = useMutation(
    api.book.backUp.mutationOptions({ onSuccess: () => notify({ text: t('book.backupMade') }) }),
  );
  const { mutate: lock } = useMutation(api.book.lock.mutationOptions());
  const { mutate: closeBook } = useMutation(api.book.close.mutationOptions());
  const { mutate: openSample } = useMutation(api.book.openSample.mutationOptions());
  const { mutate: undo } = useMutation(api.change.undo.mutationOptions());
  const { mutate: redo } = useMutation(api.change.redo.mutationOptions());
  const exportBook = useBookExport();
  const guides = useGuides();
  const { menu, more } = useAreas();
  const isOpen = Boolean(status);

  const accountId = accountOf(useLocation().pathname);
  const { mutate: changeSettings } = useMutation(api.settings.change.mutationOptions());

  const commands = useMemo(() => {
    const other = i18next.getFixedT(i18next.language === 'en' ? 'zh-CN' : 'en');
    const inOther = (key: ParseKeys) => other(key as 'search.task');
    const all = {
      'new-book': command('new-book', t('book.new'), () => showBookDialog({ shown: 'new' })),
      'open-book': command('open-book', t('book.open'), async () => {
        const path = await desktop.chooseBook();
        if (path) openBook({ path });
      }),
      'open-sample': command('open-sample', t('book.openSample'), () =>
        openSample({ language: i18next.language === 'zh-CN' ? 'zh-CN' : 'en' }),
      ),
      'save-copy': command(
        'save-copy',
        t('book.saveCopy'),
        async () => {
          const path = await desktop.chooseDestination(`${status?.settings.name ?? 'book'}.tenure`);
          if (path) saveCopy({ path });
        },
        isOpen,
      ),
      'export-book': command(
        'export-book',
        t('book.export'),
        () => exportBook(status?.settings.name ?? ''),
        isOpen,
      ),
      'back-up': command('back-up', t('book.backUp'), () => backUp(), isOpen),
      backups: command(
        'backups',
        t('book.backups'),
        () => showBookDialog({ shown: 'backups', path: null }),
        isOpen,
      ),
      lock: command('lock', t('book.lock'), () => lock(), Boolean(status?.isEncrypted)),
      'close-book': command('close-book', t('book.close'), () => closeBook(), isOpen),
      import: command('import', t('book.import'), () => void navigate('/import'), isOpen),
      undo: command(
        'undo',
        status?.undo ? t('app.undo', { action: actionText(status.undo) }) : t('app.nothingToUndo'),
        () => undo(),
        Boolean(status?.undo),
        'Ctrl+Z',
      ),
      redo: command(
        'redo',
        status?.redo ? t('app.redo', { action: actionText(status.redo) }) : t('app.nothingToRedo'),
        () => redo(),
        Boolean(status?.redo),
        'Ctrl+Y',
      ),
      capture: command('capture', t('task.capture.title'), () => openCapture(), isOpen, 'Ctrl+Shift+Space'),
      guides: command('guides', t(guides.isShown ? 'guide.hide' : 'guide.show'), guides.toggle, isOpen),
      ...Object.fromEntries(
        themes.map((theme) => [
          `theme-${theme}`,
          {
            ...command(`theme-${theme}`, t('search.theme', { theme: t(`app.theme.${theme}`) }), () => {
              chooseTheme(theme);
              changeSettings({ theme });
            }),
            found: other('search.theme', { theme: inOther(`app.theme.${theme}`) }),
          },
        ]),
      ),
      'speak-en': { ...command('speak-en', 'English', () => speak('en')), found: '英文 语言 language' },
      'speak-zh': {
        ...command('speak-zh', '简体中文', () => speak('zh-CN')),
        found: 'Chinese language 语言',
      },
      ...(accountId !== null && {
        'account-task': {
          ...command('account-task', t('search.task'), () => openCapture({ accountId }), isOpen),
          found: inOther('search.task'),
        },
        'account-note': {
          ...command(
            'account-note',
            t('search.note'),
            () => void navigate(`/accounts/${accountId}#note`),
            isOpen,
          ),
          found: inOther('search.note'),
        },
        'account-review': {
          ...command(
            'account-review',
            t('search.review'),
            () => void navigate(`/accounts/${accountId}?tab=reviews`),
            isOpen,
          ),
          found: inOther('search.review'),
        },
      }),
      find: command('find', t('search.title'), () => usePalette.setState({ isOpen: true }), isOpen, 'Ctrl+K'),
      ...Object.fromEntries(
        [...menu, ...more].flatMap(({ key, path, goKey, screens }) => [
          [
            `go-${key}`,
            {
              ...command(
                `go-${key}`,
                t(`nav.${key}`),
                () => void navigate(path),
                isOpen,
                `G ${goKey.toUpperCase()}`,
              ),
              found: `${t('search.goTo', { area: t(`nav.${key}`) })} ${other('search.goTo', { area: inOther(`nav.${key}`) })}`,
            },
          ],
          ...screens.flatMap((screen) =>
            screen.title === undefined
              ? []
              : [
                  [
                    `go-${screen.path}`,
                    {
                      ...command(
                        `go-${screen.path}`,
                        String(t(screen.title)),
                        () => void navigate(`/${screen.path.replace(/\/:.*$/, '')}`),
                        isOpen,
                      ),
                      found: inOther(screen.title),
                    },
                  ] as const,
                ],
          ),
        ]),
      ),
    };
    return all;
  }, [
    t,
    status,
    isOpen,
    navigate,
    openBook,
    openSample,
    saveCopy,
    backUp,
    lock,
    closeBook,
    undo,
    redo,
    exportBook,
    guides.isShown,
    guides.toggle,
    menu,
    more,
    accountId,
    changeSettings,
  ]);

  useEffect(() => {
    const run = (asked: Command) => {
      if (asked.name === 'open-recent') openBook({ path: asked.path });
      else if (asked.name === 'speak') void speak(asked.language);
      else if (asked.name === 'about') void navigate('/settings');
      else if (commands[asked.name].isEnabled) commands[asked.name].run();
    };
    return desktop.onCommand(run);
  }, [commands, openBook, navigate]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = shortcutOf(event);
      if (!name) return;
      if (name !== 'find' && name !== 'capture' && isTyping(event.target)) return; // a field undoes its own typing
      event.preventDefault();
      if (commands[name].isEnabled) commands[name].run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands]);

  return commands;
}

/**
 * Changes the language of everything on screen and remembers it. A sample nobody has changed is told in that language too;
 * one that was tried things on stays as it is.
 */
export async function speak(language: 'en' | 'zh-CN'): Promise<void> {
  await i18next.changeLanguage(language);
  await client.settings.change.mutate({ language });
  const status = await client.book.status.query();
  const isFreshSample = status?.settings.is_sample === 1 && !status.undo && !status.redo;
  if (!isFreshSample || status.settings.language === language) return;
  await client.book.openSample.mutate({ language });
  await queryClient.invalidateQueries();
}

function command(
  key: string,
  label: string,
  run: () => void | Promise<void>,
  isEnabled = true,
  shortcut?: string,
): PageCommand {
  return { key, label, isEnabled, run: () => void run(), ...(shortcut && { shortcut }) };
}

function shortcutOf(event: KeyboardEvent): 'undo' | 'redo' | 'find' | 'capture' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (event.code === 'Space' && event.shiftKey) return 'capture';
  if (key === 'k' && !event.shiftKey) return 'find';
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo';
  return key === 'z' ? 'undo' : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.tagName === 'TEXTAREA' ||
      (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'))
  );
}

/** The account whose page is in front; null on every other screen. */
function accountOf(pathname: string): number | null {
  const id = /^\/accounts\/(\d+)/.exec(pathname)?.[1];
  return id === undefined ? null : Number(id);
}
