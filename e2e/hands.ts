import { expect, type Page } from '@playwright/test'

/** What a clerk does at the screen: fills a field by its label, presses a button by its words. */
export const at = (page: Page) => ({
  fill: (label: string, words: string) => page.getByLabel(label, { exact: true }).fill(words),
  choose: (label: string, words: string) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: words }),
  /** Ticks a box, or takes one of a few, by how its words begin: a help may follow them. */
  tick: (words: string) => page.getByLabel(beginning(words)).check(),
  /** Presses the button of a form, and waits until the desk has answered. */
  press: async (words: string | RegExp) => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: words }).click()
    await answered
  },
  file: async (label: string, name: string, bytes: Buffer) => {
    await page
      .getByLabel(label, { exact: true })
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes })
    await expect(page.getByText(`Stored: ${name}`)).toBeVisible()
  },
  /** The rules said no, in a sentence with these words. */
  refused: (words: string | RegExp) =>
    expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible(),
  sees: (words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible(),
})

const beginning = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
