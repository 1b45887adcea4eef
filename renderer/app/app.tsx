import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { queryClient } from '../lib/api.ts';
import { useAppearance } from '../lib/appearance.ts';
import { Areas } from '../lib/area.ts';
import { antdTheme } from '../ui/theme.ts';
import { areas } from './areas.ts';
import { routes } from './routes.tsx';

export function App() {
  const { i18n } = useTranslation();
  const theme = useAppearance((state) => state.theme);
  const isStill = useAppearance((state) => state.isStill);
  const dress = useMemo(() => antdTheme(theme, { isStill }), [theme, isStill]);
  return (
    <ConfigProvider
      theme={dress}
      locale={i18n.language === 'zh-CN' ? chinese : english}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp component={false}>
        <QueryClientProvider client={queryClient}>
          <Areas value={areas}>
            <RouterProvider router={routes} />
          </Areas>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
