/** The groups of a recovery key, numbered, to be written down. */
export function LetterGroups({ groups }: { groups: readonly string[] }) {
  return (
    <ol className="recovery-key" aria-label="Recovery key">
      {groups.map((group, index) => (
        <li key={group}>
          <span className="number">{index + 1}</span>
          <code>{group}</code>
        </li>
      ))}
    </ol>
  );
}
