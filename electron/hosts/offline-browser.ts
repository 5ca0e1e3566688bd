/** A port of this computer that browsers refuse to connect to. */
export const NOBODY = 'http://127.0.0.1:9/';

/**
 * How a browser is started that has nothing of the officer's own in it and reaches this computer alone: no name and no
 * address but the loopback's leads anywhere, not through a proxy either, and what a browser does by itself (updates,
 * reports, synchronising) is off.
 */
export const OFFLINE_BROWSER: readonly string[] = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
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
