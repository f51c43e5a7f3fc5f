/** How a document is to leave on paper or as a PDF: marked across its pages, and a copy for each of some people. */
import { useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Name } from '../../components/names.tsx';
import { MOST_COPIES, setPrintOptions, useDocument } from '../../stores/document.ts';
import { PersonPicker } from '../person-picker.tsx';

export function PrintOptions() {
  const { mark, holders } = useDocument((state) => state.options);
  // The field empties itself when somebody was added.
  const [round, setRound] = useState(0);
  return (
    <div className="print-options" id="print-options">
      <Checkbox isSelected={mark} onChange={(isMarked) => setPrintOptions({ mark: isMarked })}>
        CONFIDENTIAL across each page
      </Checkbox>
      <fieldset>
        <legend>A copy for each of</legend>
        {holders.length > 0 && (
          <ul>
            {holders.map(({ id, name }) => (
              <li key={id}>
                <Name>{name}</Name>
                <IconButton
                  label={`No copy for ${name}`}
                  icon="close"
                  onPress={() =>
                    setPrintOptions({ holders: holders.filter((holder) => holder.id !== id) })
                  }
                />
              </li>
            ))}
          </ul>
        )}
        <PersonPicker
          key={round}
          label="Add somebody who gets a copy"
          isLabelHidden
          value={null}
          names={{}}
          placeholder="Add somebody"
          isDisabled={holders.length >= MOST_COPIES}
          onChange={(id, name) => {
            if (id === null) return;
            const others = holders.filter((holder) => holder.id !== id);
            setPrintOptions({ holders: [...others, { id, name }] });
            setRound(round + 1);
          }}
        />
      </fieldset>
      <p>
        On paper and in PDFs. The head of each page says whose copy it is; a Word file has neither.
      </p>
    </div>
  );
}
