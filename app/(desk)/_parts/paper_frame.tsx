/**
 * One of our own papers beside its record, as a browser shows a PDF. The frame is a little larger than its window, so
 * that the dark edge around the page stays out of sight.
 */
export function PaperFrame({ src, title }: { src: string; title: string }) {
  return (
    <div className="no-print relative aspect-[17/22] w-full overflow-hidden border border-strong bg-sheet">
      <iframe
        className="absolute -top-1.5 -left-1.5 h-[calc(100%+0.75rem)] w-[calc(100%+0.75rem)]"
        src={`${src}#toolbar=0&navpanes=0&view=FitH`}
        title={title}
      />
    </div>
  )
}
