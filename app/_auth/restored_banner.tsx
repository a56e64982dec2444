/** Over every page of an office that came out of a backup, until an administrator has looked. */
export function RestoredBanner({ mayLook }: { mayLook: boolean }) {
  return (
    <p>
      <strong>Restored from a backup.</strong> Nothing can be changed and no mail goes until an administrator
      has looked at what was restored. {mayLook ? <a href="/settings/restored">Look now</a> : null}
    </p>
  )
}
