import { Button } from '../../components/button.tsx';
import { CheckGroup } from '../../components/check-group.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { optionsOf } from '../../components/select.tsx';
import type { AccessCell } from '../../domain/access-version.ts';
import type { Kind } from '../../domain/kinds.ts';
import { POSTS } from '../../domain/posts.ts';
import { accessFieldsOf } from '../../domain/registers/sharing-rules.ts';
import { registerOf } from '../../domain/registers/table.ts';
import { kindWords } from './access-words.ts';

const SEES = optionsOf({ none: 'None', some: 'Some fields', all: 'All fields' });

interface Props {
  kind: Kind;
  cell: AccessCell;
  /** null: a version that is not edited. */
  onChange: ((cell: AccessCell) => void) | null;
  onClose: () => void;
}

/** What one post is given of one kind, field by field. */
export function AccessCellDialog({ kind, cell, onChange, onClose }: Props) {
  const fields = accessFieldsOf(kind);
  const always = fields.filter((field) => field.always);
  const open = fields.filter((field) => !field.always);
  const begun = (sees: AccessCell['sees']) =>
    sees === 'some' && cell.fields.length === 0 ? open.map(({ name }) => name) : cell.fields;
  const title = `${POSTS[cell.post]}: ${kindWords(kind)}`;
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="form">
        {onChange ? (
          <RadioChoice
            label={`What the ${POSTS[cell.post]} is given`}
            isRow
            value={cell.sees}
            options={SEES}
            // Some begins as all of them, to take out from.
            onChange={(sees) => onChange({ ...cell, sees, fields: begun(sees) })}
          />
        ) : (
          <p>{SEES.find(({ id }) => id === cell.sees)?.label}.</p>
        )}
        {cell.sees === 'some' && always.length > 0 && (
          <p className="muted">
            Always with it, as it could not be told apart otherwise:{' '}
            {always.map(({ label }) => label).join(', ')}.
          </p>
        )}
        {cell.sees === 'some' &&
          (onChange ? (
            <CheckGroup
              label="Fields"
              value={cell.fields}
              options={open.map(({ name, label }) => ({ id: name, label }))}
              onChange={(chosen) => onChange({ ...cell, fields: [...chosen] })}
            />
          ) : (
            <ul className="points">
              {open.map(({ name, label }) => (
                <li key={name}>
                  {label}: {cell.fields.includes(name) ? 'yes' : 'no'}
                </li>
              ))}
            </ul>
          ))}
        {kind === 'person' &&
          cell.sees !== 'none' &&
          (onChange ? (
            <Checkbox
              isSelected={cell.committeeOnly}
              onChange={(committeeOnly) => onChange({ ...cell, committeeOnly })}
            >
              Only {registerOf('person').many} on the committee
            </Checkbox>
          ) : (
            <p>{cell.committeeOnly ? 'Only people on the committee.' : 'All people.'}</p>
          ))}
        <div className="form-foot">
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
