/** Carries out one job: fetches it from the host, runs it, and posts the figures back. */
import { z } from 'zod';
import { person } from '../../../renderer/domain/person.ts';
import { peopleFrom } from './contacts.ts';
import type { Done, Job } from './job.ts';
import { sides } from './sides.ts';

z.config({ jitless: true });

const CHECKED = 100;

async function carryOut({ task, side: name, size, kept }: Job): Promise<Done> {
  const side = sides[name];
  if (!side) throw new Error(`no side called ${name}`);
  if (task === 'fill') {
    const people = peopleFrom(0, size);
    // The data is a claim of the bench too: these are records that the program itself would take.
    for (const one of people.slice(0, CHECKED)) person.parse(one);
    return { figures: {}, kept: await side.fill(people) };
  }
  const measure = side.measures[task];
  if (!measure || kept === null) throw new Error(`${name} does not measure ${task}`);
  return { figures: await measure({ size, kept }), kept: null };
}

async function work(): Promise<void> {
  let answer: Done | { error: string };
  try {
    // The host of the bench is the only one that answers this address, and job.ts is its shape.
    const job = (await (await fetch('/job')).json()) as Job;
    answer = await carryOut(job);
  } catch (reason) {
    answer = { error: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
  }
  await fetch('/done', { method: 'POST', body: JSON.stringify(answer) });
}

void work();
