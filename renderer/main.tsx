import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { client } from './lib/api.ts';
import { chooseTheme } from './lib/appearance.ts';
import { startWords } from './lib/i18n.ts';
import './ui/tokens.css';
import './ui/base.css';

const { language, theme } = await client.settings.get.query();
chooseTheme(theme);
await startWords(language);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
