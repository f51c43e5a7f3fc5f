/** The processing register: what data is kept for, on which basis and how long (clause BASIS, UK GDPR Art 30(1)). */
import { Button } from '../../components/button.tsx';
import { type Column, Grid } from '../../components/grid.tsx';
import { Tag } from '../../components/layout.tsx';
import { SplitView } from '../../components/split-view.tsx';
import { BASIS_WORDS, retentionInWords } from '../../domain/purposes.ts';
import { useRoomCommands } from '../../stores/commands.ts';
import { openDocument } from '../../stores/document.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { type PurposeView, usePurposes } from '../../stores/purposes.ts';
import { PurposePane } from './purpose-pane.tsx';

const COLUMNS: readonly Column<PurposeView>[] = [
  {
    id: 'name',
    header: 'Purpose',
    width: 'minmax(11rem, 2fr)',
    render: ({ purpose }) => <bdi>{purpose.name}</bdi>,
  },
  {
    id: 'basis',
    header: 'Basis',
    width: 'minmax(9rem, max-content)',
    render: ({ purpose }) => (
      <Tag tone={purpose.basis === 'consent' ? 'accent' : 'plain'}>
        {BASIS_WORDS[purpose.basis]}
      </Tag>
    ),
  },
  {
    id: 'kept',
    header: 'How long it is kept',
    width: 'minmax(12rem, 3fr)',
    from: 560,
    render: ({ purpose }) => <bdi>{retentionInWords(purpose)}</bdi>,
  },
];
const show = () => void openDocument({ what: 'processing-register' });
const close = () => go('office', 'purposes');

export function PurposesTab() {
  const views = usePurposes() ?? [];
  const rest = useNavigation((place) => place.rest);
  const open = views.find(({ id, record }) => rest === `purposes/${id}` || rest === record);
  useRoomCommands({ print: show, 'save-pdf': show });
  return (
    <>
      <div className="toolbar">
        <p className="muted">Every record hangs on one of these purposes.</p>
        <span className="toolbar-space" />
        <Button icon="print" onPress={show}>
          Processing register
        </Button>
      </div>
      <SplitView
        label="purpose"
        list={
          <Grid<PurposeView>
            label="Purposes"
            columns={COLUMNS}
            total={views.length}
            rowAt={(index) => views[index]}
            rowKey={({ id }) => id}
            onRange={nothing}
            selected={open?.id ?? null}
            onSelect={({ id }) => go('office', `purposes/${id}`)}
          />
        }
        detail={open && <PurposePane key={open.id} view={open} onClose={close} />}
        onClose={close}
      />
    </>
  );
}

/** They are all here. */
function nothing(): void {}
