// What the service worker keeps: the shell, open lessons and files. Never a session, never a write, nothing of the staff.
import type { PluginOption } from 'vite';
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';

type Caching = NonNullable<VitePWAOptions['workbox']['runtimeCaching']>;

/** Tells the page how old a stored copy is, so that it can say so. Runs inside the worker: it may use nothing from here. */
const stamp = {
  cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response | undefined }) => {
    if (!cachedResponse) return null;
    const headers = new Headers(cachedResponse.headers);
    headers.set('x-stored-at', headers.get('date') ?? '');
    return new Response(await cachedResponse.blob(), { status: cachedResponse.status, headers });
  },
};

const networkFirst = (cacheName: string, maxEntries: number) => ({
  cacheName,
  networkTimeoutSeconds: 10,
  cacheableResponse: { statuses: [200] },
  expiration: { maxEntries, maxAgeSeconds: 60 * 24 * 60 * 60, purgeOnQuotaError: true },
  plugins: [stamp],
});

// Each pattern is copied into the worker as text, so it names nothing outside of itself.
const runtimeCaching: Caching = [
  {
    urlPattern: ({ url, sameOrigin }) =>
      sameOrigin && /^\/api\/v1\/courses(?!\/[^/]+\/quizzes\/)(\/|$)/.test(url.pathname),
    handler: 'NetworkFirst',
    options: networkFirst('onetouch-catalogue', 120),
  },
  {
    urlPattern: ({ url, sameOrigin }) =>
      sameOrigin &&
      /^\/api\/v1\/(enrolments\/[^/]+(\/lessons\/[^/]+)?|me\/enrolments|me\/certificates|me\/courses\/[^/]+\/enrolment)$/.test(
        url.pathname,
      ),
    handler: 'NetworkFirst',
    options: networkFirst('onetouch-private', 120),
  },
  {
    urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/api/v1/files/'),
    handler: 'CacheFirst',
    options: {
      cacheName: 'onetouch-files',
      cacheableResponse: { statuses: [200] },
      expiration: { maxEntries: 300, purgeOnQuotaError: true },
      rangeRequests: true,
    },
  },
  {
    urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
    handler: 'CacheFirst',
    options: { cacheName: 'onetouch-assets', expiration: { maxEntries: 120, purgeOnQuotaError: true } },
  },
];

/** The service worker and the web app manifest. */
export function serviceWorker(): PluginOption {
  return VitePWA({
    strategies: 'generateSW',
    // A new release waits until the page is opened anew or somebody asks for it: half of an old page and half of a new
    // one never meet. `platform/new-release.ts` is the other side.
    registerType: 'prompt',
    injectRegister: false,
    filename: 'sw.js',
    includeManifestIcons: false,
    manifest: {
      name: 'OneTouch',
      short_name: 'OneTouch',
      description: 'Học kỹ năng số bằng bài ngắn, kể cả khi mạng yếu.',
      lang: 'vi',
      start_url: '/',
      display: 'standalone',
      background_color: '#faf7f1',
      theme_color: '#1e4780',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' },
      ],
    },
    workbox: {
      // Fonts are kept when they are used: with Save-Data they never are. So are English words, and pages that are of no
      // use without a network.
      globPatterns: ['index.html', 'theme.js', 'mark.svg', 'assets/*.{js,css}'],
      globIgnores: ['assets/{verify-page,scan-dialog,register-page,pages,privacy,accessibility}-*'],
      navigateFallback: '/index.html',
      navigateFallbackDenylist: [/^\/api\//],
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: false,
      runtimeCaching,
    },
  });
}
