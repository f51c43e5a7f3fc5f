/** What each field of a record is needed for, for whoever wonders (clause MINIMISE). */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import type { Field } from '../../domain/fields.ts';
import type { Kind } from '../../domain/kinds.ts';
import { registerOf } from '../../domain/registers/table.ts';

export function FieldReasons({ kind }: { kind: Kind }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        What each field is for
      </Button>
      <Dialog title="What each field is for" isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className="details">
          {Object.entries<Field>(registerOf(kind).fields).map(([name, { label, why }]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
