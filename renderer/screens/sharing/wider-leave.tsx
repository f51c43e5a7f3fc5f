import { Checkbox } from '../../components/checkbox.tsx';
import { ComboBox } from '../../components/combo-box.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { decisionId } from '../../domain/ids.ts';
import { findRecords } from '../../stores/finder.ts';
import { useOpened } from '../../stores/session.ts';
import type { Wider } from './seal-draft.ts';

/** More than the post needs goes only with the Chair's leave and a reason, which the register keeps (clauses ACCESS, GOVERN). */
export function WiderLeave({
  value,
  onChange,
}: {
  value: Wider;
  onChange: (value: Wider) => void;
}) {
  const isChair = useOpened().opened.profile.post === 'chair';
  const choose = async (id: string | null) => {
    if (id === null) return onChange({ ...value, decision: null, title: '' });
    const found = await findRecords('', ['decision']);
    const title = found.find((one) => one.id === id)?.label ?? '';
    onChange({ ...value, decision: decisionId.parse(id), title });
  };
  return (
    <div className="wider">
      <Checkbox isSelected={value.isAsked} onChange={(isAsked) => onChange({ ...value, isAsked })}>
        Send more than this post needs{' '}
        <span className="muted">with the Chair’s leave and a reason</span>
      </Checkbox>
      {value.isAsked && (
        <>
          <TextArea
            label="Reason"
            value={value.reason}
            onChange={(reason) => onChange({ ...value, reason })}
            rows={2}
            maxLength={1_000}
            isRequired
            help="Kept in the transfer register. Minutes still go to members of the committee only."
          />
          {!isChair && (
            <ComboBox
              label="The Chair’s decision"
              value={value.decision}
              valueLabel={value.title}
              onChange={(id) => void choose(id)}
              find={(text) => findRecords(text, ['decision'])}
              nothingFound="No decision by these words. Record the Chair’s under Office → Decisions."
              help="A decision of the Chair, recorded under Office → Decisions."
            />
          )}
        </>
      )}
    </div>
  );
}
