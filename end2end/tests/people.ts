// People who sign up and found companies by the API, where a test is not about that.
import { expect, type Page } from '@playwright/test';

export const PASSWORD = 'correct horse battery';

/** Asks the API as a page of the hub does. */
export async function ask(page: Page, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return page.evaluate(async ([method, path, body, headers]) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(new URL(path, document.baseURI), {
      method, headers: { 'hub-client': 'test', ...json, ...headers }, body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  }, [method, path, body, headers] as const);
}

/** A UUID of version 7. */
export function id(): string {
  const random = crypto.randomUUID();
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

export async function signIn(page: Page, email: string): Promise<string> {
  const answer = await ask(page, 'POST', 'v1/sign-in', { email, password: PASSWORD });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.account;
}

export async function signUp(page: Page): Promise<{ email: string; account: string }> {
  const email = `${crypto.randomUUID()}@bolt.example`;
  const answer = await ask(page, 'POST', 'v1/sign-up', { email, name: 'Wei', password: PASSWORD });
  expect(answer.status, JSON.stringify(answer.body)).toBe(204);
  return { email, account: await signIn(page, email) };
}

/** Founds a company, and returns its id. */
export async function found(page: Page, name = { en: 'Tuas Bolt', zh: '大士螺栓' }): Promise<string> {
  const company = id();
  const form = {
    kind: 'supplier', registration: { scheme: 'uen', number: '202630832C' }, name, about: { en: '', zh: '' },
  };
  const founded = await ask(page, 'PUT', `v1/companies/${company}`, form, { 'idempotency-key': crypto.randomUUID() });
  expect(founded.status, JSON.stringify(founded.body)).toBe(201);
  return company;
}

/** Founds a company, and returns the address of a draft in it. */
export async function draft(page: Page): Promise<string> {
  return `v1/companies/${await found(page)}/drafts/${id()}`;
}

/** Takes all that somebody's companies have published off the shared catalogue again. */
export async function withdrawAll(page: Page) {
  const companies = (await ask(page, 'GET', 'v1/me')).body?.memberships ?? [];
  for (const { company } of companies) {
    const { body } = await ask(page, 'GET', `v1/companies/${company}/listings?limit=200`);
    const shown = body.items.filter((listing: { state: string }) => listing.state === 'published');
    const withdraw = shown.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await ask(page, 'PUT', `v1/companies/${company}/publications/${id()}`, { withdraw }, { 'idempotency-key': crypto.randomUUID() });
  }
}
