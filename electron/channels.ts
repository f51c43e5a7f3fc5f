/**
 * The only way in from the page. Each channel of the contract has one answer; what comes in and what goes out is
 * parsed, and whoever asks must be the top frame of the program's own window at the program's own address.
 */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { ORIGIN } from './app-protocol.ts';
import { channels, type Answer, type Channel } from './contract.ts';

/** What the host answers on every channel; the event itself is never passed on. */
export type Answers = {
  [C in Channel]: (input: z.output<(typeof channels)[C][0]>) => Answer<C> | Promise<Answer<C>>;
};

/** Opens every channel of the contract. `page` gives the one web contents that may ask, or null while there is none. */
export function openChannels(page: () => WebContents | null, answers: Answers): void {
  for (const channel of Object.keys(channels)) {
    if (isChannel(channel)) open(page, channel, answers);
  }
}

function open<C extends Channel>(
  page: () => WebContents | null,
  channel: C,
  answers: Answers,
): void {
  const [ask, answer] = channels[channel];
  handle(`host:${channel}`, page, ask, answer, async (input) =>
    // The schemas and the answer are of the same channel, which TypeScript cannot see through the union.
    (answers[channel] as (input: unknown) => unknown)(input),
  );
}

function handle<I extends z.ZodType, O extends z.ZodType>(
  name: string,
  page: () => WebContents | null,
  ask: I,
  answer: O,
  work: (input: z.output<I>) => Promise<unknown>,
): void {
  ipcMain.handle(name, async (event, input: unknown) => {
    const parsed = ask.safeParse(input);
    // No detail: it would carry what was sent.
    if (!fromOwnPage(event, page()) || !parsed.success) throw new Error('wall/refused');
    return answer.parse(await work(parsed.data));
  });
}

function fromOwnPage(event: IpcMainInvokeEvent, page: WebContents | null): boolean {
  const frame = event.senderFrame;
  return (
    page !== null &&
    event.sender === page &&
    frame !== null &&
    frame === page.mainFrame &&
    frame.origin === ORIGIN &&
    new URL(frame.url).pathname === '/'
  );
}

function isChannel(name: string): name is Channel {
  return name in channels;
}
