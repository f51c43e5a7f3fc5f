import type { Register } from './register.ts';

export const events: Register<'event'> = {
  one: 'event',
  many: 'events',
  byHand: true,
  columns: ['date', 'place'],
  fields: {
    title: {
      label: 'Title',
      why: 'To tell events apart.',
      as: 'text',
      most: 300,
      isNeeded: true,
      atStart: true,
    },
    date: { label: 'Date', why: 'When it is.', as: 'day', isNeeded: true, atStart: true },
    place: { label: 'Place', why: 'Where it is.', as: 'text', most: 300, atStart: true },
    participants: {
      label: 'Participants',
      why: 'Whom to ask for consent to photographs.',
      as: 'people',
    },
    photographerTold: {
      label: 'Photographer told',
      why: 'Who does not want to be recognised was named to the photographer.',
      help: 'When the photographer was told who does not want to be recognised.',
      as: 'day',
    },
    notes: { label: 'Notes', why: 'What has to be known of it.', as: 'long-text', most: 2_000 },
  },
  title: (event) => event.title,
  day: (event) => event.date,
  endedOn: (event) => event.date,
  blank: (today) => ({ purpose: 'events', date: today, photographerTold: null }),
};
