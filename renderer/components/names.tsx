/** A person's name in its own direction, whatever script surrounds it. */
export function Name({ children }: { children: string }) {
  return (
    <bdi className="name" title={children}>
      {children}
    </bdi>
  );
}
