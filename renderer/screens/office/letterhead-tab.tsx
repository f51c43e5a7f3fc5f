/** The head of every document: the logo, the name, a line under it, and the paper that it is printed on. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EditSelect, EditText } from '../../components/edit-in-place.tsx';
import { FailureText } from '../../components/failure.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { SaveStatus, Section } from '../../components/layout.tsx';
import { optionsOf } from '../../components/select.tsx';
import type { Failure, Result } from '../../domain/errors.ts';
import { PAPERS } from '../../domain/paper.ts';
import { LONGEST_SENDER } from '../../domain/sharing.ts';
import {
  changeLetterhead,
  chooseLogo,
  dropLogo,
  removeLogo,
  useLetterhead,
} from '../../stores/letterhead.ts';
import { recordStoreOf } from '../../stores/records.ts';
import { useOpened } from '../../stores/session.ts';
import { usePicture } from '../attachments/use-picture.ts';
import './letterhead.css';

const store = recordStoreOf('group');

export function LetterheadTab() {
  const { id } = useOpened().opened.group;
  const { open, failure } = store.use();
  const { saving } = useLetterhead();
  useEffect(() => {
    void store.load(id);
    return () => store.close();
  }, [id]);
  if (!open) return <FailureText failure={failure} />;
  const { record: group, attachments } = open;
  return (
    <div className="page-body prose">
      <Section level={2} title="The head of each document" action={<SaveStatus saving={saving} />}>
        <Head
          name={group.name}
          sender={group.sender ?? ''}
          group={group.id}
          logo={attachments[0]?.id}
        />
      </Section>
      <Logo isThere={attachments.length > 0} />
      <Section level={2} title="Address and paper">
        <div className="letterhead-fields">
          <EditText
            label="Line under the name"
            help="Where the group is reached: an address, a site. It may stay empty."
            value={group.sender ?? ''}
            maxLength={LONGEST_SENDER}
            dir="auto"
            onCommit={(sender) => changeLetterhead({ sender: sender.trim() })}
          />
          <EditSelect
            label="Paper"
            value={group.paper ?? 'a4'}
            options={optionsOf(PAPERS)}
            onCommit={(paper) => changeLetterhead({ paper })}
          />
        </div>
      </Section>
    </div>
  );
}

function Logo({ isThere }: { isThere: boolean }) {
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const work = async (act: Promise<Result<unknown>>) => {
    setWorking(true);
    const done = await act;
    setWorking(false);
    setFailure(done.ok ? null : done.error);
  };
  return (
    <Section
      level={2}
      title="Logo"
      action={
        isThere && (
          <Button variant="quiet" icon="trash" onPress={() => void work(removeLogo())}>
            Remove the logo
          </Button>
        )
      }
    >
      <FileDrop
        label={isThere ? 'Drop another here to replace it.' : 'Drop a PNG, JPEG or WebP here.'}
        choose={isThere ? 'Choose another' : 'Choose a picture'}
        onChoose={() => void work(chooseLogo())}
        onDrop={(file) => void work(dropLogo(file))}
      >
        <p className="help" role="status">
          {isWorking
            ? 'Drawing it anew …'
            : 'It is drawn anew, at most 1,200 by 400 points, so nothing else in the file comes along. A third of the page is the widest that it is printed.'}
        </p>
        <FailureText failure={failure} />
      </FileDrop>
    </Section>
  );
}

interface HeadProps {
  name: string;
  sender: string;
  group: string;
  logo: string | undefined;
}

/** As it is printed, on white in the dark too, because paper is white. */
function Head({ name, sender, group, logo }: HeadProps) {
  return (
    <div className="letterhead-shown">
      {logo !== undefined && <LogoShown key={logo} group={group} logo={logo} name={name} />}
      <p>
        <bdi>{name}</bdi>
        {sender !== '' && <bdi className="sender">{sender}</bdi>}
      </p>
    </div>
  );
}

function LogoShown({ group, logo, name }: { group: string; logo: string; name: string }) {
  const { address, failure } = usePicture(group, logo, 'picture');
  if (failure) return <FailureText failure={failure} />;
  return address && <img src={address} alt={`Logo of ${name}`} />;
}
