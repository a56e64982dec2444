'use client'
import { useEffect } from 'react'
import { singleKeysOn } from './keys_switch.tsx'

const pause = 1500 // milliseconds in which the second key of `g t` may follow the first

/**
 * The keys of every page. An element says which key presses it (`data-key="c"`, or `data-key="g t"` for two in turn);
 * the element of the current row comes before one elsewhere. `j` and `k` move the focus to the main link of the next
 * or previous `[data-row]` (its `[data-next]`), so that Enter follows it without our help; `o` follows `[data-open]`.
 */
export function Keyboard() {
  useEffect(() => {
    let first: { key: string; at: number } | undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') closeMenus()
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      if (isTyping(event.target) || !singleKeysOn()) return
      const led = first && event.timeStamp - first.at < pause ? `${first.key} ${event.key}` : undefined
      first = undefined
      if (press(led) || move(event.key) || (event.key === 'o' && open()) || press(event.key)) {
        event.preventDefault()
      } else if (document.querySelector(`[data-key^="${CSS.escape(event.key)} "]`)) {
        first = { key: event.key, at: event.timeStamp }
      }
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', closeMenus)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', closeMenus)
    }
  }, [])
  return null
}

/** A press elsewhere, or Escape, closes the menus that are open. */
function closeMenus(event?: Event) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (event?.target instanceof Node && menu.contains(event.target)) continue
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
    menu.open = false
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target.isContentEditable || target.matches('textarea, select')
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(isShown)
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]') ?? null
}

function move(key: string): boolean {
  if (key !== 'j' && key !== 'k') return false
  const all = rows()
  const current = currentRow()
  const at = current ? all.indexOf(current) : -1
  const row = all[key === 'j' ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0)]
  const links = ['[data-next]', '[data-open]', 'a, button'].map((way) => row?.querySelector<HTMLElement>(way))
  const link = links.find(Boolean)
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
  return link !== undefined
}

function open(): boolean {
  const link = currentRow()?.querySelector<HTMLElement>('[data-open]')
  link?.click()
  return link !== undefined && link !== null
}

function press(key: string | undefined): boolean {
  if (key === undefined) return false
  const selector = `[data-key="${CSS.escape(key)}"]`
  const inRow = currentRow()?.querySelector<HTMLElement>(selector)
  const found = inRow ?? [...document.querySelectorAll<HTMLElement>(selector)].find(isShown)
  if (!found) return false
  if (found.matches('input, textarea, select')) found.focus()
  else found.click()
  return true
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
