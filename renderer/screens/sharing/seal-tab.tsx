/** Sealing a bundle: for whom, what goes in, until when; then one file, whole or not at all. */
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
import { useDraft } from '../use-draft.ts';
import { SealContents } from './seal-contents.tsx';
import { EMPTY_FORM, type Recipient, readForm, withoutPassphrase } from './seal-draft.ts';
import { SealRecipient } from './seal-recipient.tsx';
import { Sealed } from './sealed.tsx';
import { transferWords } from './transfer-words.ts';

const USUAL_DAYS = 90;

export function SealTab() {
  const { step, progress, result } = useSeal();
  return (
    <div className="page-body sharing-column">
      {step === 'done' && result ? (
        <Sealed result={result} onAnother={sealAnother} />
      ) : (
        <>
          {step === 'sealing' && (
            <Progress label="Sealing the bundle" progress={progress} onCancel={cancelSealing} />
          )}
          <div hidden={step === 'sealing'}>
            <SealForm />
          </div>
        </>
      )}
    </div>
  );
}

function SealForm() {
  const { today } = useOpened();
  const error = useSeal((state) => state.error);
  const { form, change, drop } = useDraft(
    'bundle/new',
    { ...EMPTY_FORM, expires: plusDays(today, USUAL_DAYS) },
    readForm,
    withoutPassphrase,
  );
  const { recipient, kinds, purpose, safeguard, expires } = form;
  const { lines, needsSafeguard } = transferWords(recipient.countries);
  const to = addressOf(recipient);

  const missing = whatIsMissing(recipient, kinds, purpose, expires, needsSafeguard, safeguard);

  const choose = (next: Recipient) =>
    change({ recipient: next, ...(next.post === recipient.post ? {} : { kinds: [] }) });
  const submit = async () => {
    if (!to || !expires || missing) return;
    await seal({ to, kinds, purpose: purpose.trim(), safeguard: safeguard.trim(), expires });
    if (useSeal.getState().step === 'done') drop();
  };

  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
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
            onChange={(typed) => change({ safeguard: typed })}
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
          onChange={(chosen) => change({ kinds: [...chosen] })}
        />
      </Section>
      <Section title="Why, and until when">
        <TextField
          label="Purpose"
          value={purpose}
          onChange={(typed) => change({ purpose: typed })}
          maxLength={500}
          isRequired
          help="The recipient sees it, with the confidentiality sentence."
        />
        <div className="fields">
          <DateField
            label="Expires"
            value={expires}
            onChange={(day) => change({ expires: day })}
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
