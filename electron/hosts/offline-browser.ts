/** A port of this computer at which no service is, and which browsers themselves refuse to talk to. */
export const NOBODY = 'http://127.0.0.1:9';

/**
 * How a browser is started that has nothing of the officer's own in it and reaches this computer alone: whatever is not
 * the loopback is asked of a proxy that does not exist, and what a browser does by itself (updates, reports,
 * synchronising) is off. The resolver's rules would do the same, under a warning in the officer's window.
 */
export const OFFLINE_BROWSER: readonly string[] = [
  `--proxy-server=${NOBODY}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  // Whom the browser would ask about itself all the same.
  `--gaia-url=${NOBODY}`,
  `--component-updater=url-source=${NOBODY}`,
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  // Among what these do is sending the shape of every form, and the address of every page, to be guessed about.
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,Translate',
  '--disable-quic',
  '--disable-sync',
];
