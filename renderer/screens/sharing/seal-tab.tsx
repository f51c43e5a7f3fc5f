/** Sealing a bundle: for whom, what goes in, until when; then one file, whole or not at all. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section } from '../../components/layout.tsx';
import { Progress } from '../../components/progress.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import type { SharedKind } from '../../domain/access.ts';
import { type PlainDate, plusDays } from '../../domain/dates.ts';
import { useOpened } from '../../stores/session.ts';
import { cancelSealing, seal, sealAnother, type SealAsk, useSeal } from '../../stores/sharing.ts';
import { SealContents } from './seal-contents.tsx';
import { NOBODY, type Recipient, SealRecipient } from './seal-recipient.tsx';
import { Sealed } from './sealed.tsx';
import { transferWords } from './transfer-words.ts';

const USUAL_DAYS = 90;

export function SealTab() {
  const { step, progress, result } = useSeal();
  const [recipient, setRecipient] = useState<Recipient>(NOBODY);
  return (
    <div className="page-body sharing-column">
      {step === 'done' && result ? (
        <Sealed
          result={result}
          onAnother={() => {
            setRecipient(NOBODY);
            sealAnother();
          }}
        />
      ) : (
        <>
          {step === 'sealing' && (
            <Progress label="Sealing the bundle" progress={progress} onCancel={cancelSealing} />
          )}
          <div hidden={step === 'sealing'}>
            <SealForm recipient={recipient} onRecipient={setRecipient} />
          </div>
        </>
      )}
    </div>
  );
}

function SealForm({
  recipient,
  onRecipient,
}: {
  recipient: Recipient;
  onRecipient: (recipient: Recipient) => void;
}) {
  const { today } = useOpened();
  const error = useSeal((state) => state.error);
  const [kinds, setKinds] = useState<readonly SharedKind[]>([]);
  const [purpose, setPurpose] = useState('');
  const [safeguard, setSafeguard] = useState('');
  const [expires, setExpires] = useState<PlainDate | null>(plusDays(today, USUAL_DAYS));
  const { lines, needsSafeguard } = transferWords(recipient.countries);
  const to = addressOf(recipient);

  const missing = whatIsMissing(recipient, kinds, purpose, expires, needsSafeguard, safeguard);

  const choose = (next: Recipient) => {
    if (next.post !== recipient.post) setKinds([]);
    onRecipient(next);
  };

  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!to || !expires || missing) return;
        void seal({ to, kinds, purpose: purpose.trim(), safeguard: safeguard.trim(), expires });
      }}
    >
      <Section title="For whom">
        <SealRecipient value={recipient} onChange={choose} />
        {lines.length > 0 && (
          <ul className="transfer-lines" aria-label="Transfer abroad">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {needsSafeguard && (
          <TextArea
            label="Safeguard"
            value={safeguard}
            onChange={setSafeguard}
            rows={2}
            maxLength={1_000}
            isRequired
            help="What protects the data there, such as the international data transfer agreement with its date. It is kept in the transfer register."
          />
        )}
      </Section>
      <Section title="What goes in">
        <SealContents
          key={recipient.post}
          post={recipient.post}
          value={kinds}
          onChange={setKinds}
        />
      </Section>
      <Section title="Why, and until when">
        <TextField
          label="Purpose"
          value={purpose}
          onChange={setPurpose}
          maxLength={500}
          isRequired
          help="The recipient sees it, with the confidentiality sentence."
        />
        <div className="fields">
          <DateField
            label="Expires"
            value={expires}
            onChange={setExpires}
            isRequired
            error={expires && expires < today ? 'That day is over.' : null}
          />
        </div>
      </Section>
      <FailureText failure={error} />
      <div className="form-foot">
        {missing && <p className="muted">{missing}</p>}
        <Button type="submit" variant="primary" icon="sharing" isDisabled={missing !== null}>
          Seal bundle
        </Button>
      </div>
    </Form>
  );
}

function addressOf(recipient: Recipient): SealAsk['to'] | null {
  const { method, cards, passphrase, post, countries } = recipient;
  if (method === 'card') return cards.length > 0 ? { method, cards } : null;
  const [country] = countries;
  return post && country && passphrase ? { method, passphrase, post, country } : null;
}

/** The first thing that is still to be filled in, in words; null when nothing is. */
function whatIsMissing(
  recipient: Recipient,
  kinds: readonly SharedKind[],
  purpose: string,
  expires: PlainDate | null,
  needsSafeguard: boolean,
  safeguard: string,
): string | null {
  if (!addressOf(recipient)) return 'Choose for whom it is.';
  if (needsSafeguard && safeguard.trim() === '') return 'Write down the safeguard.';
  if (kinds.length === 0) return 'Choose what goes in.';
  if (purpose.trim() === '') return 'Say what it is for.';
  return expires ? null : 'Choose the day on which it expires.';
}
