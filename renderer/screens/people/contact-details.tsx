import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { EditText, EditTextArea } from '../../components/edit-in-place.tsx';
import { Section } from '../../components/layout.tsx';
import type { Result } from '../../domain/errors.ts';
import { type Person, type PostalAddress, emailAddress } from '../../domain/person.ts';

type Change = (part: Partial<Person>) => Promise<Result<unknown>>;

/** E-mail, phones and addresses; a row that is emptied goes away. */
export function ContactDetails({ person, change }: { person: Person; change: Change }) {
  return (
    <Section title="How to reach them">
      <Lines
        word="e-mail"
        type="email"
        lines={person.emails.map(({ label, address }) => ({ label, text: address }))}
        check={(text) =>
          emailAddress.safeParse(text).success
            ? null
            : 'This is not an e-mail address that can be written to.'
        }
        onChange={(lines) =>
          change({ emails: lines.map(({ label, text }) => ({ label, address: text })) })
        }
      />
      <Lines
        word="phone"
        type="tel"
        lines={person.phones.map(({ label, number }) => ({ label, text: number }))}
        check={(text) => (text.length <= 60 ? null : 'This is longer than any number.')}
        onChange={(lines) =>
          change({ phones: lines.map(({ label, text }) => ({ label, number: text })) })
        }
      />
      <Addresses person={person} change={change} />
    </Section>
  );
}

interface Line {
  label: string;
  text: string;
}

function Lines({
  word,
  type,
  lines,
  check,
  onChange,
}: {
  word: 'e-mail' | 'phone';
  type: 'email' | 'tel';
  lines: readonly Line[];
  check: (text: string) => string | null;
  onChange: (lines: Line[]) => Promise<Result<unknown>>;
}) {
  const [adding, setAdding] = useState(false);
  const title = word === 'e-mail' ? 'E-mail' : 'Phone';
  const replace = (index: number, part: Partial<Line>) =>
    onChange(
      lines
        .map((line, at) => (at === index ? { ...line, ...part } : line))
        .filter((line) => line.text !== ''),
    );
  const checkLine = (text: string) => (text.trim() === '' ? null : check(text.trim()));
  const add = async (text: string): Promise<Result<unknown>> => {
    const reply =
      text.trim() === ''
        ? { ok: true as const, value: null }
        : await onChange([...lines, { label: '', text: text.trim() }]);
    if (reply.ok) setAdding(false);
    return reply;
  };
  return (
    <div className="lines">
      {lines.map(({ label, text }, index) => (
        <div className="line" key={`${index}-${text}`}>
          <EditText
            label={index === 0 ? title : `${title} ${index + 1}`}
            type={type}
            value={text}
            check={checkLine}
            onCommit={(next) => replace(index, { text: next.trim() })}
          />
          <EditText
            label={index === 0 ? 'Kind' : `Kind of ${word} ${index + 1}`}
            value={label}
            placeholder="work"
            maxLength={200}
            onCommit={(next) => replace(index, { label: next.trim() })}
          />
          <IconButton
            label={`Remove ${word} ${index + 1}`}
            icon="close"
            onPress={() => void replace(index, { text: '' })}
          />
        </div>
      ))}
      {adding && (
        <div className="line">
          <EditText
            label={`New ${word}`}
            type={type}
            value=""
            check={checkLine}
            onCommit={add}
            autoFocus
          />
        </div>
      )}
      {!adding && (
        <Button variant="quiet" icon="plus" onPress={() => setAdding(true)}>
          {word === 'e-mail' ? 'Add an e-mail' : 'Add a phone'}
        </Button>
      )}
    </div>
  );
}

const BLANK: PostalAddress = {
  label: '',
  lines: [],
  city: '',
  region: '',
  postcode: '',
  country: '',
};
const PARTS = [
  ['city', 'Town'],
  ['region', 'Region'],
  ['postcode', 'Postcode'],
  ['country', 'Country'],
  ['label', 'Kind'],
] as const;

function Addresses({ person, change }: { person: Person; change: Change }) {
  const { addresses } = person;
  const replace = (index: number, part: Partial<PostalAddress>) =>
    change({ addresses: addresses.map((a, at) => (at === index ? { ...a, ...part } : a)) });
  return (
    <div className="lines">
      {addresses.map((address, index) => (
        <fieldset className="address" key={index}>
          <legend>
            Address{addresses.length > 1 ? ` ${index + 1}` : ''}
            <IconButton
              label={`Remove address ${index + 1}`}
              icon="close"
              onPress={() => void change({ addresses: addresses.filter((_, at) => at !== index) })}
            />
          </legend>
          <div className="fields">
            <div className="full">
              <EditTextArea
                label="Street"
                rows={2}
                dir="auto"
                value={address.lines.join('\n')}
                check={(text) =>
                  text.split('\n').length > 6 ? 'Six lines are the most that fit a label.' : null
                }
                onCommit={(text) =>
                  replace(index, { lines: text.split('\n').filter((line) => line.trim() !== '') })
                }
              />
            </div>
            {PARTS.map(([part, label]) => (
              <EditText
                key={part}
                label={label}
                dir="auto"
                maxLength={200}
                value={address[part]}
                onCommit={(text) => replace(index, { [part]: text.trim() })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Button
        variant="quiet"
        icon="plus"
        isDisabled={addresses.length >= 10}
        onPress={() => void change({ addresses: [...addresses, BLANK] })}
      >
        Add an address
      </Button>
    </div>
  );
}
