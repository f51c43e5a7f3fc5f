import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section } from '../../components/layout.tsx';
import { Select } from '../../components/select.tsx';
import { type PlainDate, plainDate } from '../../domain/dates.ts';
import type { Failure } from '../../domain/errors.ts';
import { USUAL_THRESHOLD } from '../../domain/summary/suppress.ts';
import { openDocument } from '../../stores/document.ts';
import { writeSummary } from '../../stores/policy.ts';
import { useOpened } from '../../stores/session.ts';
import './policy.css';

const THRESHOLDS = [USUAL_THRESHOLD, 10, 20].map((count) => ({
  id: `${count}`,
  label: `Counts below ${count}`,
}));

/** What the CQI is given: counts of which nobody can be worked out, and the evidence of how the group keeps its promises. */
export function SummaryTab() {
  return (
    <div className="page-body prose">
      <SummarySection />
      <Section level={2} title="Evidence for the CQI">
        <p>
          How each clause of the policy stands, which clocks were kept, the registers by count, the
          state of the trail and the age of the backups: for the CQI’s Data Controller, without
          personal data. The whole trail is checked for it.
        </p>
        <div>
          <Button icon="print" onPress={() => void openDocument({ what: 'evidence' })}>
            Preview the evidence
          </Button>
        </div>
      </Section>
    </div>
  );
}

function SummarySection() {
  const { today } = useOpened();
  const [from, setFrom] = useState<PlainDate | null>(plainDate.parse(`${today.slice(0, 4)}-01-01`));
  const [until, setUntil] = useState<PlainDate | null>(today);
  const [below, setBelow] = useState(`${USUAL_THRESHOLD}`);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const isBackwards = from !== null && until !== null && until < from;
  const asked = from && until && !isBackwards ? { from, until, threshold: Number(below) } : null;

  const save = async (what: NonNullable<typeof asked>) => {
    const reply = await writeSummary(what);
    setFailure(reply.ok ? null : reply.error);
    setSaved(reply.ok && reply.value !== null ? `Saved as ${reply.value}.` : null);
  };
  return (
    <Section level={2} title="Anonymised summary for the CQI">
      <p>
        Counts of people, meetings, enquiries and every other register. Small counts are withheld,
        and as many others as it takes that none of them can be worked out, so it needs no banner.
        Do not give the same reader two summaries whose periods overlap.
      </p>
      <div className="summary-form">
        <DateField label="From" value={from} onChange={setFrom} isRequired />
        <DateField
          label="To"
          value={until}
          onChange={setUntil}
          isRequired
          error={isBackwards ? 'It ends before it starts.' : null}
        />
        <Select label="Withhold" value={below} options={THRESHOLDS} onChange={setBelow} />
      </div>
      <div className="summary-form">
        <Button
          variant="primary"
          icon="print"
          isDisabled={!asked}
          onPress={() => asked && void openDocument({ what: 'summary', ...asked })}
        >
          Preview the summary
        </Button>
        <Button icon="save" isDisabled={!asked} onPress={() => asked && void save(asked)}>
          Save as CSV
        </Button>
        <p role="status">{saved}</p>
      </div>
      <FailureText failure={failure} />
    </Section>
  );
}
