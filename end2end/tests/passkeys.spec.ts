// Passkeys, with a device of the browser's own making that holds them: made, used, removed, and refused.
import type { CDPSession, Page } from '@playwright/test';
import { expect, LANGUAGES, test, type Language } from './hub';
import { go, sound } from './office_page';

const SAID = {
  en: {
    withKey: 'Sign in with a passkey', page: 'Protect your account', create: 'Create a passkey on this device', codes: 'Save your recovery codes',
    kept: /I have saved them/, goOn: 'Continue', hello: /Good to see you/, signIn: 'Sign in', signOut: 'Sign out', remove: /^Remove the passkey/,
    unused: 'Not used yet', used: /^Last used/, removed: /The passkey is removed/, unknown: /does not know this passkey/, closed: /was closed before/,
    factor: 'Set up a second factor', already: /holds a passkey of your account already/, email: 'E-mail', password: 'Password',
    codeAsked: /The password is right/, code: 'Code',
  },
  zh: {
    withKey: '用通行密钥登录', page: '保护您的账户', create: '在本设备上创建通行密钥', codes: '保存恢复码', kept: /我已妥善保存/, goOn: '继续',
    hello: /您好/, signIn: '登录', signOut: '退出登录', remove: /^移除 .* 的通行密钥$/, unused: '尚未使用', used: /^最近使用/,
    removed: /已移除该通行密钥/, unknown: /不认识这个通行密钥/, closed: /浏览器窗口已关闭/, factor: '设置第二重验证',
    already: /已有此账户的通行密钥/, email: '邮箱', password: '密码', codeAsked: /密码正确/, code: '验证码',
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

const PASSWORD = 'correct horse battery staple';

/** Passkeys are bound to a name: the same server, by the name that every machine has for itself. */
function named(baseURL: string | undefined): string {
  const url = new URL(baseURL ?? '');
  url.hostname = 'localhost';
  return url.href;
}

/** A phone's own store of keys, unlocked by its owner. */
async function device(page: Page): Promise<{ session: CDPSession; id: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}

/** An account without a company, signed in. */
async function enter(page: Page, hub: string, email: string) {
  const headers = { 'hub-client': 'test', origin: new URL(hub).origin };
  const signedUp = await page.request.post(`${hub}v1/sign-up`, { headers, data: { email, name: 'Wei Ling', password: PASSWORD } });
  expect(signedUp.status()).toBe(204);
  const signedIn = await page.request.post(`${hub}v1/sign-in`, { headers, data: { email, password: PASSWORD } });
  expect(signedIn.status()).toBe(200);
}

for (const language of LANGUAGES) {
  const said = SAID[language];

  test(`${language}: a passkey is made, signs in without a password, and is removed`, async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    const hub = named(baseURL);
    const main = page.getByRole('main');
    const email = `key-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e9).toString(36)}@bolt.example`;
    const phone = await device(page);
    await enter(page, hub, email);

    await go(page, `${hub}${language}/office/second-factor`);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(said.page);
    await sound(page);
    await main.getByRole('button', { name: said.create }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(said.codes);
    await expect(main.locator('.recovery li')).toHaveCount(10);
    const recovery = (await main.locator('.recovery li').first().textContent()) ?? '';
    await main.getByLabel(said.kept).check();
    await main.getByRole('button', { name: said.goOn }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(said.hello);

    // The same device does not take a second one for the same account.
    await go(page, `${hub}${language}/office/second-factor`);
    await main.getByRole('button', { name: said.create }).click();
    await expect(main.getByRole('alert')).toHaveText(said.already);

    await go(page, `${hub}${language}/office/account`);
    await expect(main.getByText(said.unused)).toBeVisible();
    await sound(page);
    await main.getByRole('button', { name: said.signOut }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(said.signIn);
    await sound(page);
    await main.getByRole('button', { name: said.withKey }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(said.hello);
    await go(page, `${hub}${language}/office/account`);
    await expect(main.locator('.people').first().getByText(said.used)).toBeVisible();

    // By password a code is asked for too.
    await main.getByRole('button', { name: said.signOut }).click();
    await main.getByLabel(said.email).fill(email);
    await main.getByLabel(said.password, { exact: true }).fill(PASSWORD);
    await main.getByRole('button', { name: said.signIn, exact: true }).click();
    await expect(main.getByRole('alert')).toHaveText(said.codeAsked);
    await main.getByLabel(said.code, { exact: true }).fill(recovery);
    await main.getByRole('button', { name: said.signIn, exact: true }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(said.hello);

    await go(page, `${hub}${language}/office/account`);
    await main.getByRole('button', { name: said.remove }).click();
    await expect(page.getByText(said.removed)).toBeVisible();
    await expect(main.getByRole('button', { name: said.remove })).toHaveCount(0);
    await main.getByRole('button', { name: said.signOut }).click();
    // The device still holds what the hub has forgotten.
    await main.getByRole('button', { name: said.withKey }).click();
    await expect(main.getByRole('alert')).toHaveText(said.unknown);

    // Nobody puts a finger on the sensor.
    await phone.session.send('WebAuthn.setUserVerified', { authenticatorId: phone.id, isUserVerified: false });
    await main.getByRole('button', { name: said.withKey }).click();
    await expect(main.getByRole('alert')).toHaveText(said.closed);
  });
}

test('where passkeys cannot be, none is offered', async ({ page }) => {
  await go(page, 'en/office/sign-in');
  await expect(page.getByRole('button', { name: SAID.en.signIn, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: SAID.en.withKey })).toHaveCount(0);
});
