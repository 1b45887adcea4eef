import { createRoot } from 'react-dom/client';

/** The least that React can show: what a page costs before it has anything of ours. */
const root = document.getElementById('root');
if (root) createRoot(root).render(<p>ready</p>);
