import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { useHandedOver } from '../../stores/handed-over.ts';
import { BundleReader } from '../sharing/reader.tsx';
import { Door } from '../unlock/door.tsx';
import { CreateVault } from './create-vault.tsx';
import { Restore } from './restore.tsx';

/** The very first screen on a computer: make a vault, or read what somebody sent. */
export function FirstStart() {
  const [way, setWay] = useState<'choose' | 'create' | 'restore' | 'read'>('choose');
  const handed = useHandedOver((state) => state.file?.kind === 'bundle');

  if (way === 'create') return <CreateVault onBack={() => setWay('choose')} />;
  if (way === 'restore') return <Restore onBack={() => setWay('choose')} />;
  if (way === 'read' || handed) return <BundleReader onClose={() => setWay('choose')} />;
  return (
    <Door
      title="The records office of your group"
      lead={
        <p>
          Contacts, meetings, minutes and consents, kept encrypted on this computer. It works
          without a network, and sends nothing anywhere.
        </p>
      }
    >
      <ul className="ways">
        <li>
          <Icon name="key" />
          <div>
            <h2>Start a vault</h2>
            <p>For the officer who keeps the group’s records. It takes about two minutes.</p>
          </div>
          <Button variant="primary" onPress={() => setWay('create')}>
            Create a vault
          </Button>
        </li>
        <li>
          <Icon name="save" />
          <div>
            <h2>Restore a backup</h2>
            <p>The vault was on another computer, or on this one before it was lost.</p>
          </div>
          <Button onPress={() => setWay('restore')}>Restore a backup</Button>
        </li>
        <li>
          <Icon name="open" />
          <div>
            <h2>Read a bundle</h2>
            <p>Somebody sent you a sealed file. You need no vault to read and print it.</p>
          </div>
          <Button onPress={() => setWay('read')}>Open a bundle</Button>
        </li>
      </ul>
    </Door>
  );
}
