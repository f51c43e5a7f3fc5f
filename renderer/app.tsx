/** The whole screen: which door or room is shown follows from the state of the vault. */
import { Suspense, lazy, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ToastRegion } from './components/toast-region.tsx';
import { FirstStart } from './screens/first-start/first-start.tsx';
import { RecoverySheet } from './screens/first-start/recovery-sheet.tsx';
import { UnlockScreen } from './screens/unlock/unlock-screen.tsx';
import { Locking } from './screens/unlock/locking.tsx';
import { VaultProblem } from './screens/unlock/vault-problem.tsx';
import { listenForFiles } from './stores/handed-over.ts';
import { connectVault, loadAppInfo } from './stores/host.ts';
import { restoreRoute } from './stores/navigation.ts';
import { startSession, useSession } from './stores/session.ts';
import { dismiss, say, useToasts } from './stores/toasts.ts';

/** The rooms are most of the program: they are fetched when somebody knocks, so that the door is there at once. */
const rooms = () => import('./screens/shell/shell.tsx');
const Shell = lazy(async () => ({ default: (await rooms()).Shell }));

// Before the page has loaded: the port comes right after.
const connected = connectVault();

export function App() {
  const toasts = useToasts((state) => state.toasts);
  useEffect(start, []);
  return (
    <I18nProvider locale="en-GB">
      <Door />
      <ToastRegion toasts={toasts} onDismiss={dismiss} />
    </I18nProvider>
  );
}

function Door() {
  const { session } = useSession();
  switch (session.at) {
    case 'starting':
      return <Waiting />;
    case 'none':
      return <FirstStart />;
    case 'recovery-sheet':
      return <RecoverySheet {...session} />;
    case 'locked':
      return <UnlockScreen vaultName={session.vaultName} />;
    case 'store-missing':
      return <VaultProblem code="vault/store-missing" vaultName={session.vaultName} />;
    case 'header-damaged':
      return <VaultProblem code="vault/header-damaged" />;
    case 'failed':
      return <VaultProblem code={session.failure.code} />;
    case 'open':
      return (
        <Suspense fallback={<Waiting />}>
          <Shell />
        </Suspense>
      );
    case 'locking':
      return <Locking />;
    default:
      return session satisfies never;
  }
}

function Waiting() {
  return <main className="door" aria-label="Muniment" aria-busy="true" />;
}

function start(): () => void {
  const stopListening = listenForFiles();
  const onBug = () =>
    say(
      'The program met a fault of its own. What was saved is safe; what you just did may not be.',
    );
  window.addEventListener('unhandledrejection', onBug);
  window.addEventListener('keydown', () => void rooms(), { once: true });
  void connected
    .then(loadAppInfo)
    .then((info) => restoreRoute(info.route))
    .then(startSession);
  return () => {
    stopListening();
    window.removeEventListener('unhandledrejection', onBug);
  };
}
