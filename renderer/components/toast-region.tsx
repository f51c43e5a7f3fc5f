import { Button, IconButton } from './button.tsx';
import { Icon } from './icons.tsx';

interface Toast {
  id: number;
  text: string;
  tone: 'said' | 'failure';
  action?: { label: string; run: () => void } | undefined;
}

/** Short sentences in the corner; read out politely, failures at once. */
export function ToastRegion({
  toasts,
  onDismiss,
}: {
  toasts: readonly Toast[];
  onDismiss: (id: number) => void;
}) {
  return (
    <div className="toasts" role="region" aria-label="Messages">
      {toasts.map(({ id, text, tone, action }) => (
        <div key={id} className={`toast toast-${tone}`} role={tone === 'said' ? 'status' : 'alert'}>
          {tone === 'failure' && <Icon name="warning" />}
          <p>{text}</p>
          {action && (
            <Button
              variant="quiet"
              onPress={() => {
                onDismiss(id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label="Dismiss" icon="close" onPress={() => onDismiss(id)} />
        </div>
      ))}
    </div>
  );
}
