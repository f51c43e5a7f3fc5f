import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './button.tsx';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** `wide` for tables and documents. */
  size?: 'small' | 'medium' | 'wide';
  /** Only what is inside closes it: it shows what is not shown again. */
  staysOpen?: boolean;
}

/** A dialog over the room; Escape and the cross close it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  size = 'medium',
  staysOpen = false,
}: Props) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!staysOpen}
      isKeyboardDismissDisabled={staysOpen}
    >
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            {!staysOpen && <IconButton label="Close" icon="close" onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that cannot be taken back with one key. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  children,
  confirm,
  onConfirm,
  isDanger = false,
}: Omit<Props, 'size' | 'staysOpen'> & {
  confirm: string;
  onConfirm: () => void;
  isDanger?: boolean;
}) {
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal modal-small">
        <AriaDialog className="dialog" role="alertdialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
          </header>
          <div className="dialog-body">{children}</div>
          <footer className="dialog-foot">
            <Button onPress={onClose}>Cancel</Button>
            <Button
              variant={isDanger ? 'danger' : 'primary'}
              onPress={() => {
                onConfirm();
                onClose();
              }}
            >
              {confirm}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
