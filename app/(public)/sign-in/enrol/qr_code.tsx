import QRCode from 'qrcode'

const quiet = 4

/** A QR code as a drawing: dark on white in the dark as well, or cameras do not read it. */
export function QrCode({ text }: { text: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const dark = Array.from(data, (isDark, index) => (isDark ? index : -1)).filter((index) => index >= 0)
  const path = dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('')
  const side = size + 2 * quiet
  return (
    <svg
      className="my-3 block h-auto w-52 max-w-full border border-strong"
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR code with the secret for your app"
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
