/** Over every page of the sample office. */
export function SampleBanner() {
  return (
    <p>
      <strong>Sample office.</strong> Its people and papers are invented, it answers on this machine only, and
      it sends no mail.
    </p>
  )
}
