import { Label, ProgressBar } from 'react-aria-components';
import { Button } from './button.tsx';
import './progress.css';

interface Props {
  /** What is being done. */
  label: string;
  /** null: how far is not known yet. */
  progress: { done: number; total: number } | null;
  onCancel?: () => void;
}

/** Long work: what, how far, and a way to stop it. */
export function Progress({ label, progress, onCancel }: Props) {
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : null;
  return (
    <div className="progress">
      <ProgressBar value={share ?? 0} isIndeterminate={share === null}>
        {({ percentage, valueText }) => (
          <>
            <div className="progress-words">
              <Label>{label}</Label>
              <span>{share === null ? '' : valueText}</span>
            </div>
            <div className="progress-track">
              <div
                className={share === null ? 'progress-fill is-waiting' : 'progress-fill'}
                style={{ inlineSize: `${share === null ? 30 : (percentage ?? 0)}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>Cancel</Button>}
    </div>
  );
}
