import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { ERRORS } from '../../domain/errors.ts';
import { type CollectionRoute, PURPOSE_OF_ROUTE, ROUTES } from '../../domain/person.ts';
import { BASIS_WORDS } from '../../domain/purposes.ts';
import { chooseList, chooseRoute, dropList, readList, useImport } from '../../stores/import.ts';
import { usePurpose } from '../../stores/purposes.ts';

/** Which file, and how the people in it came. */
export function ChooseList() {
  const { file, route, error } = useImport();
  const isRefused = route === 'cqi-form';
  const purpose = usePurpose(PURPOSE_OF_ROUTE[route]);
  return (
    <div className="page-body import-column">
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file && !isRefused) void readList();
        }}
      >
        <FileDrop
          label="Drop a file here"
          choose="Choose a file"
          chosen={file?.name ?? null}
          onChoose={() => void chooseList()}
          onDrop={dropList}
        >
          <p className="help">
            CSV from a spreadsheet or Outlook, vCard from a phone or Google, or an Excel workbook.
            An attendance workbook becomes meetings.
          </p>
        </FileDrop>
        <Select<CollectionRoute>
          label="How did these people come?"
          value={route}
          options={optionsOf(ROUTES)}
          onChange={chooseRoute}
          error={isRefused ? ERRORS['person/cqi-route'] : null}
          help={
            isRefused
              ? undefined
              : `Purpose: ${purpose.name}. Basis: ${BASIS_WORDS[purpose.basis].toLowerCase()}.`
          }
        />
        <FailureText failure={error} />
        <div className="form-foot">
          <Button type="submit" variant="primary" isDisabled={!file || isRefused}>
            Read the file
          </Button>
        </div>
      </Form>
    </div>
  );
}
