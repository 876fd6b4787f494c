interface Bar {
  readonly label: string;
  readonly share: number;
  readonly detail: string;
}

/** Shares as bars, each told in words too. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  return (
    <ul className="bvn-bars" aria-label={label}>
      {bars.map(({ label: own, share, detail }) => (
        <li key={own}>
          <span>{own || "–"}</span>
          <span className="bvn-bar-detail">{detail}</span>
          <span className="bvn-bar" aria-hidden>
            <span style={{ width: `${Math.round((Number.isNaN(share) ? 0 : share) * 100)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
