import { type AppPagesOptions, createAppPages, isForApp } from './dev/app-pages.ts';
import { createDevPages, type DevPagesOptions } from './dev/dev-pages.ts';
import { createHome, type HomeOptions, isForHome } from './dev/home.ts';
import { onlyLoopback } from './http/guard.ts';
import { type HttpHandler, pathOf } from './http/http-message.ts';

export type MainPortOptions = HomeOptions & AppPagesOptions & DevPagesOptions;

/** What the port serves besides GraphQL: GraphiQL, the page in `/app`, and the developer page. */
export function createMainPort(options: MainPortOptions): HttpHandler {
  const home = createHome(options);
  const app = createAppPages(options);
  const dev = createDevPages(options);
  return onlyLoopback(async (request) => {
    if (isForHome(request)) return home(request);
    const path = pathOf(request);
    if (isForApp(path)) return app(request);
    if (path === '/dev' || path.startsWith('/dev/')) return dev(request);
    return options.api(request);
  });
}
