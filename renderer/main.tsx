import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { connectHost } from './bridge/connect.ts';
import { registerGridModules } from './grid/modules.ts';
import { localeStore } from './i18n/text.ts';
import './styles.css';

// The page's security policy forbids code made from text, which zod would otherwise use for speed.
z.config({ jitless: true });
registerGridModules();
document.documentElement.lang = localeStore.getState().locale;

/** Styles that are made at run time are let in by the nonce of this response, and nothing else is. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <RendererProvider renderer={styles}>
    <App host={connectHost()} nonce={nonce} />
  </RendererProvider>,
);
