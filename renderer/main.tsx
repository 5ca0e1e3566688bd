import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { connectHost } from './bridge/connect.ts';
import { registerGridModules } from './grid/modules.ts';
import { openSettings } from './view/settings.ts';
import './styles/compare.css';
import './styles/wording.css';
import './styles/frame.css';
import './styles/history.css';
import './styles/import.css';
import './styles/library.css';
import './styles/panels.css';
import './styles/pictures.css';
import './styles/plan.css';
import './styles/print.css';
import './styles/print-setup.css';
import './styles/sheet.css';

// The page's security policy forbids code made from text, which zod would otherwise use for speed.
z.config({ jitless: true });
registerGridModules();

/** Styles that are made at run time are let in by the nonce of this response, and nothing else is. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
const host = connectHost();
const settings = await openSettings(host.planner);
createRoot(root).render(
  <RendererProvider renderer={styles}>
    <App host={host} settings={settings} nonce={nonce} />
  </RendererProvider>,
);
