import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App as AntdApp, ConfigProvider } from 'antd';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import type { Language } from '../../db/types/language.ts';
import { queryClient } from '../lib/api.ts';
import { startWords } from '../lib/i18n.ts';

/** Shows a part of the page as the app does, in a language, and answers with the hands of a user. */
export async function show(part: ReactNode, language: Language = 'en') {
  if (i18next.isInitialized) await i18next.changeLanguage(language);
  else await startWords(language);
  const user = userEvent.setup();
  const place = { current: '/' };
  const wrapped = (shown: ReactNode) => (
    <ConfigProvider theme={{ token: { motion: false } }}>
      <AntdApp component={false}>
        <QueryClientProvider client={queryClient}>
          <MemoryRouter>
            {shown}
            <Place at={place} />
          </MemoryRouter>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
  render(wrapped(part));
  return {
    user,
    /** The address the page has gone to. */
    address: () => place.current,
  };
}

function Place({ at }: { at: { current: string } }) {
  at.current = useLocation().pathname;
  return null;
}
