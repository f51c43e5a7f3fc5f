/** A fingerprint in words, to be read out and compared one by one. */
export function Words({ words, label }: { words: readonly string[]; label: string }) {
  return (
    <ol className="words" aria-label={label}>
      {words.map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
