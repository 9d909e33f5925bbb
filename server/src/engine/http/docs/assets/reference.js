// Starts Scalar: nothing leaves this server, and the site's own choice of theme is kept.
const chosen = document.documentElement.dataset.theme;
const isDark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

// A section that an address leads to needs no ring: it is no control.
const look = `
  .light-mode { --scalar-color-accent: #0d655a; --scalar-background-1: #ffffff; }
  .dark-mode { --scalar-color-accent: #62cbb8; --scalar-background-1: #121514; }
  section:focus-visible { outline: none; }
`;

globalThis.Scalar.createApiReference('#reference', {
  url: '/api/openapi.json',
  darkMode: isDark,
  theme: 'default',
  customCss: look,
  orderSchemaPropertiesBy: 'preserve',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  persistAuth: false,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
  metaData: { title: document.title },
});
