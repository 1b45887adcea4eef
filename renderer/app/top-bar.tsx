import { Button, Dropdown, Tooltip } from 'antd';
import { ChevronDown, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../db/types/language.ts';
import { BookMenu } from '../features/book/book-menu.tsx';
import { usePalette } from '../features/search/palette-store.ts';
import { Chip } from '../ui/chip.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { type PageCommands, speak } from './commands.ts';
import styles from './top-bar.module.css';

type Status = { settings: { name: string; is_sample: 0 | 1 } } | null;

const languageNames: readonly { value: Language; label: string }[] = [
  { value: 'en', label: 'EN' },
  { value: 'zh-CN', label: '中文' },
];

export function TopBar({ status, commands }: { status: Status; commands: PageCommands }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  return (
    <header className={styles.bar}>
      <Dropdown trigger={['click']} popupRender={() => <BookMenu commands={commands} />}>
        <button type="button" className={styles.book}>
          <span className={styles.leaf} aria-hidden>
            T
          </span>
          <span className={styles.name}>{status?.settings.name ?? t('app.name')}</span>
          <span className="visually-hidden">{t('book.menu')}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Dropdown>
      {status?.settings.is_sample === 1 && (
        <Chip tone="info" title={t('app.sampleHint')}>
          {t('app.sample')}
        </Chip>
      )}
      <button
        type="button"
        className={styles.find}
        disabled={!status}
        onClick={() => usePalette.setState({ isOpen: true })}
      >
        <span>{t('app.search')}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      {(['undo', 'redo'] as const).map((name) => (
        <Tooltip key={name} title={commands[name].label}>
          <Button
            type="text"
            icon={name === 'undo' ? <Undo2 size={15} /> : <Redo2 size={15} />}
            aria-label={commands[name].label}
            disabled={!commands[name].isEnabled}
            onClick={commands[name].run}
          />
        </Tooltip>
      ))}
      <Segmented
        label={t('app.language')}
        options={languageNames}
        value={language}
        onChange={(chosen) => void speak(chosen)}
      />
    </header>
  );
}
