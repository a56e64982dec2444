/** Pages of a list, as links. `hrefOf` writes the address of a page; pages count from 1. */
export function Pager(props: {
  page: number
  pageSize: number
  total: number
  hrefOf: (page: number) => string
}) {
  const { page, pageSize, total, hrefOf } = props
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (total === 0) return null
  const count = (n: number) => n.toLocaleString('en-US')
  const from = (page - 1) * pageSize + 1
  return (
    <nav className="pager" aria-label="Pages">
      <span>
        {count(from)} to {count(Math.min(page * pageSize, total))} of {count(total)}
      </span>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev" data-key="[">
          Previous
        </a>
      ) : null}
      {page < pages ? (
        <a href={hrefOf(page + 1)} rel="next" data-key="]">
          Next
        </a>
      ) : null}
    </nav>
  )
}
