import type { HttpResponse } from '../../../local/http/http-message.ts';
import { authorization, send } from './oauth.ts';
import type { TestPool } from './pool.ts';

type Fields = Readonly<Record<string, string>>;

interface FormOnPage {
  readonly action: string;
  readonly fields: Fields;
}

/** A browser without scripts: it keeps cookies, and sends the forms of the page that it shows. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly world: TestPool;
  page = '';
  /** Every URL that was asked for. */
  readonly urls: string[] = [];

  constructor(world: TestPool) {
    this.world = world;
  }

  /** Opens a page, by default the first one of a sign-in. */
  open(path = '/login', more: Readonly<Record<string, string | undefined>> = {}): Promise<HttpResponse> {
    return this.request(`${path}?${authorization(this.world, more)}`);
  }

  /** Fills in the form that leads to a path, and sends it. */
  submit(path: string, fields: Fields, headers: Fields = {}): Promise<HttpResponse> {
    const form = this.forms().find(({ action, fields: own }) => {
      const isRight = action.split('?', 1)[0] === path;
      return isRight && (fields['by'] === undefined || own['by'] === undefined || own['by'] === fields['by']);
    });
    if (!form) throw new Error(`The page has no form for ${path}:\n${this.page}`);
    return this.request(form.action, { ...form.fields, ...fields }, headers);
  }

  forms(): FormOnPage[] {
    return [...this.page.matchAll(/<form method="post" action="([^"]*)">(.*?)<\/form>/gs)].map(([, action = '', body = '']) => ({
      action: plain(action),
      fields: Object.fromEntries(
        [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value = '']) => [
          name,
          plain(value),
        ]),
      ),
    }));
  }

  async request(url: string, form?: Fields, headers: Fields = {}): Promise<HttpResponse> {
    this.urls.push(url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const origin = form === undefined ? {} : { origin: 'http://localhost:4001', 'sec-fetch-site': 'same-origin' };
    const all = { ...(cookie !== '' && { cookie }), ...origin, ...headers };
    const response = await send(this.world, url, { headers: all, ...(form && { form }) });
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(response.headers['set-cookie'] ?? '') ?? [];
    if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    this.page = String(response.body);
    return response;
  }

  get title(): string {
    return /<h1>(.*?)<\/h1>/.exec(this.page)?.[1] ?? '';
  }

  get problem(): string {
    return plain(/<p class="problem" role="alert">(.*?)<\/p>/.exec(this.page)?.[1] ?? '');
  }
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
