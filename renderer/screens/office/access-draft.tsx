import { Button } from '../../components/button.tsx';
import { EditDate } from '../../components/edit-in-place.tsx';
import type { AccessVersion } from '../../domain/access-version.ts';
import type { Result } from '../../domain/errors.ts';
import { decisionId } from '../../domain/ids.ts';
import { accessVersions } from '../../domain/registers/access-versions.ts';
import { useOpened } from '../../stores/session.ts';
import { FieldEditor } from '../register/field-editor.tsx';

interface Props {
  record: AccessVersion;
  onSave: (record: AccessVersion) => Promise<Result<unknown>>;
  onRemove: () => void;
}

/** What a draft needs to be in force: its first day, and the committee's decision. */
export function AccessDraft({ record, onSave, onRemove }: Props) {
  const { timeZone } = useOpened().opened.group;
  return (
    <section className="access-draft" aria-label="Draft">
      <p>
        A draft decides nothing. It is in force, and not edited any more, once a decision of the
        Steering Committee is linked; record that under Office → Decisions first.
      </p>
      <div className="fields">
        <EditDate
          label="In force from"
          value={record.from}
          onCommit={(from) => onSave({ ...record, from: from ?? record.from })}
          isNeeded
        />
        <FieldEditor
          field={accessVersions.fields.decision}
          value={record.decision}
          names={{}}
          timeZone={timeZone}
          commit={(id) =>
            onSave({ ...record, decision: id === null ? null : decisionId.parse(id) })
          }
        />
      </div>
      <div>
        <Button variant="quiet" icon="trash" onPress={onRemove}>
          Remove the draft
        </Button>
      </div>
    </section>
  );
}
