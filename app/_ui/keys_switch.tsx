'use client'
import { useSyncExternalStore } from 'react'

const name = 'single-keys'
const changed = 'single-keys-changed'

/** Single keys can be switched off on this machine: someone who dictates would press them by speaking. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off'
  } catch {
    return true // storage may be forbidden; the keys still work
  }
}

export function KeysSwitch() {
  const on = useSyncExternalStore(subscribe, singleKeysOn, () => true)
  return (
    <label className="why-foot">
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          try {
            localStorage.setItem(name, on ? 'off' : 'on')
          } catch {
            return
          }
          window.dispatchEvent(new Event(changed))
        }}
      />{' '}
      Use single keys on this machine
    </label>
  )
}

function subscribe(tell: () => void) {
  window.addEventListener(changed, tell)
  return () => window.removeEventListener(changed, tell)
}
