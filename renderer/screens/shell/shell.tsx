/** The open vault: the rail, the room, and what lies over it. */
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Dialog } from '../../components/dialog.tsx';
import { Icon, Mark } from '../../components/icons.tsx';
import { renewAttachments } from '../../stores/attachments.ts';
import { damageIn } from '../../domain/failure-words.ts';
import { useHandedOver } from '../../stores/handed-over.ts';
import { ROOMS, ROOM_ORDER, type Room, go, useNavigation } from '../../stores/navigation.ts';
import { refreshToday, useOpened } from '../../stores/session.ts';
import { ConsentsRoom } from '../consents/consents-room.tsx';
import { DocumentPreview } from '../document/document-preview.tsx';
import { EnquiriesRoom } from '../enquiries/enquiries-room.tsx';
import { IncidentsRoom } from '../incidents/incidents-room.tsx';
import { MeetingsRoom } from '../meetings/meetings-room.tsx';
import { OfficeRoom } from '../office/office-room.tsx';
import { Palette } from '../palette/palette.tsx';
import { PeopleRoom } from '../people/people-room.tsx';
import { PublicationsRoom } from '../publications/publications-room.tsx';
import { RequestsRoom } from '../requests/requests-room.tsx';
import { SharingRoom } from '../sharing/sharing-room.tsx';
import { TodayRoom } from '../today/today-room.tsx';
import { lockNow } from './lock.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { useCommands } from './use-commands.ts';

const ROOM_SCREENS: Readonly<Record<Room, () => React.ReactNode>> = {
  today: () => <TodayRoom />,
  people: () => <PeopleRoom />,
  meetings: () => <MeetingsRoom />,
  consents: () => <ConsentsRoom />,
  publications: () => <PublicationsRoom />,
  enquiries: () => <EnquiriesRoom />,
  requests: () => <RequestsRoom />,
  incidents: () => <IncidentsRoom />,
  sharing: () => <SharingRoom />,
  office: () => <OfficeRoom />,
};
const DAY_CHECK_MS = 60_000;

export function Shell() {
  const room = useNavigation((place) => place.room);
  const [over, setOver] = useState<'palette' | 'shortcuts' | null>(null);
  useCommands(setOver);
  useHandedOverFile();
  useRenewedFiles();
  useEffect(() => {
    const timer = setInterval(() => void refreshToday(), DAY_CHECK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="shell">
      <Rail room={room} onFind={() => setOver('palette')} />
      <main className="room" key={room}>
        <DamageBar />
        {ROOM_SCREENS[room]()}
      </main>
      <DocumentPreview />
      <Palette isOpen={over === 'palette'} onClose={() => setOver(null)} onShow={setOver} />
      <Dialog
        title="Keyboard shortcuts"
        isOpen={over === 'shortcuts'}
        onClose={() => setOver(null)}
        size="small"
      >
        <dl className="shortcuts">
          {SHORTCUTS.map(({ keys, what }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </div>
  );
}

/** Files follow a renewal of keys: at once, or at the next unlock when it was interrupted. */
function useRenewedFiles(): void {
  const profile = useOpened().opened.profile.words.join(' ');
  useEffect(() => void renewAttachments(), [profile]);
}

/** Over every room of a vault that may only be looked at. */
function DamageBar() {
  const { damage } = useOpened().opened;
  if (!damage) return null;
  return (
    <p className="damage-bar" role="status">
      <Icon name="warning" />
      <span>
        <strong>Only to be looked at.</strong> {damageIn(damage)} Lock to restore a backup.
      </span>
    </p>
  );
}

function Rail({ room, onFind }: { room: Room; onFind: () => void }) {
  const { opened } = useOpened();
  return (
    <nav className="rail" aria-label="Rooms">
      <div className="rail-head">
        <Mark />
        <p>
          <bdi title={opened.group.name}>{opened.group.name}</bdi>
        </p>
      </div>
      <AriaButton className="rail-item rail-find" onPress={onFind}>
        <Icon name="search" />
        <span data-keys="Ctrl K">Find</span>
      </AriaButton>
      <ul>
        {ROOM_ORDER.map((name, index) => (
          <li key={name}>
            <AriaButton
              className="rail-item"
              onPress={() => go(name)}
              {...(name === room ? { 'aria-current': 'page' } : {})}
            >
              <Icon name={name} />
              <span data-keys={(index + 1) % 10}>{ROOMS[name]}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
      <div className="rail-foot">
        <AriaButton className="rail-item" onPress={() => void lockNow()}>
          <Icon name="lock" />
          <span data-keys="Ctrl L">Lock</span>
        </AriaButton>
      </div>
    </nav>
  );
}

/** A file from outside leads to the screen that reads it, which takes it from there. */
function useHandedOverFile(): void {
  const kind = useHandedOver((state) => state.file?.kind);
  useEffect(() => {
    if (kind === 'bundle') go('sharing', 'read');
    else if (kind === 'card') go('sharing', 'card');
    else if (kind === 'import') go('people', 'import');
  }, [kind]);
}
