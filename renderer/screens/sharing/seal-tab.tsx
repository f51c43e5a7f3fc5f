/** Sealing a bundle: for whom, what goes in, until when; then one file, whole or not at all. */
import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Section } from '../../components/layout.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { Progress } from '../../components/progress.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { plusDays } from '../../domain/dates.ts';
import { FOOTINGS } from '../../domain/sharing.ts';
import { useOpened } from '../../stores/session.ts';
import {
  cancelSealing,
  seal,
  sealAnother,
  type SealAsk,
  type TransferViews,
  useSeal,
  viewsOf,
} from '../../stores/sharing.ts';
import { useDraft } from '../use-draft.ts';
import { SealContents } from './seal-contents.tsx';
import {
  EMPTY_FORM,
  type FilledIn,
  type Recipient,
  readForm,
  withoutPassphrase,
} from './seal-draft.ts';
import { SealRecipient } from './seal-recipient.tsx';
import { Sealed } from './sealed.tsx';
import { transferWords } from './transfer-words.ts';
import { WiderLeave } from './wider-leave.tsx';

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
  const { recipient, kinds, purpose, wider, footing, safeguard, expires } = form;
  const { lines, needsSafeguard } = transferWords(useViews(recipient.countries));
  const to = addressOf(recipient);

  const missing = whatIsMissing(form, needsSafeguard);

  const choose = (next: Recipient) =>
    change({ recipient: next, ...(next.post === recipient.post ? {} : { kinds: [] }) });
  const submit = async () => {
    if (!to || !expires || missing) return;
    const { reason, decision } = wider;
    await seal({
      to,
      kinds,
      purpose: purpose.trim(),
      footing: needsSafeguard ? footing : null,
      safeguard: safeguard.trim(),
      wider: wider.isAsked ? { reason: reason.trim(), decision } : null,
      expires,
    });
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
          <Select
            label="What it rests on"
            value={footing}
            options={optionsOf(FOOTINGS)}
            onChange={(chosen) => change({ footing: chosen })}
          />
        )}
        {needsSafeguard && (
          <TextArea
            label="Safeguard"
            value={safeguard}
            onChange={(typed) => change({ safeguard: typed })}
            rows={2}
            maxLength={1_000}
            isRequired
            help={
              footing === 'inside'
                ? 'Why the officer is not a separate legal entity, in a sentence or two. The bundle is encrypted all the same, and the register keeps your reasoning.'
                : 'What protects the data there, such as the agreement with its date. It is kept in the transfer register.'
            }
          />
        )}
      </Section>
      <Section title="What goes in">
        <SealContents
          key={recipient.post}
          post={recipient.post}
          isWider={wider.isAsked}
          value={kinds}
          onChange={(chosen) => change({ kinds: [...chosen] })}
        />
        {recipient.post && (
          <WiderLeave value={wider} onChange={(asked) => change({ wider: asked })} />
        )}
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

/** How the countries stand today; the vault knows what the group has noted of them. */
function useViews(countries: readonly string[]): TransferViews {
  const [views, setViews] = useState<TransferViews>([]);
  const asked = [...new Set(countries)].join(' ');
  useEffect(() => {
    let isStale = false;
    void viewsOf(asked === '' ? [] : asked.split(' ')).then((found) => {
      if (!isStale) setViews(found);
    });
    return () => {
      isStale = true;
    };
  }, [asked]);
  return views;
}

/** The first thing that is still to be filled in, in words; null when nothing is. */
function whatIsMissing(form: FilledIn, needsSafeguard: boolean): string | null {
  const { recipient, kinds, purpose, wider, safeguard, expires } = form;
  if (!addressOf(recipient)) return 'Choose for whom it is.';
  if (needsSafeguard && safeguard.trim() === '') return 'Write down the safeguard.';
  if (kinds.length === 0) return 'Choose what goes in.';
  if (wider.isAsked && wider.reason.trim() === '') return 'Say why more goes than the post needs.';
  if (purpose.trim() === '') return 'Say what it is for.';
  return expires ? null : 'Choose the day on which it expires.';
}
