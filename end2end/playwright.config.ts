import { defineConfig, devices } from '@playwright/test';

// `cargo hub test end2end` serves the release build, writes the static demonstration, and tells where they are:
// HUB_URL, HUB_DEMO (a folder) and CHROMIUM (a program).
const launchOptions = {
  executablePath: process.env.CHROMIUM || undefined,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
};

export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  // Two browsers on two busy cores lose a click now and then. What passes at the second try is named as flaky.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL: process.env.HUB_URL ?? 'http://127.0.0.1:8080/',
    timezoneId: 'Asia/Singapore',
    // Of every test it would take a third of the time.
    trace: 'on-first-retry',
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 }, launchOptions } },
    // One pixel a point: nothing here is about pixels, and seven times as many have to be painted without a graphics card.
    { name: 'mobile', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, launchOptions } },
  ],
});
