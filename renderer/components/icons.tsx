/** The program's own icons, drawn on a 20 × 20 grid with the text's colour. They say nothing by themselves. */
const PATHS = {
  today: 'M4 5.5h12v10.5H4zM4 8.8h12M7.2 3.5v3M12.8 3.5v3M7.4 12.4l1.8 1.8 3.4-3.6',
  people:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16c.3-2.9 2.3-4.5 5-4.500s4.7 1.6 5 4.500M12.8 4.400a2.6 2.6 0 0 1 0 4.900M14.3 11.800c1.9.5 3 2 3.2 4.2',
  meetings: 'M5 3.500h7.500L15.5 6.500v10H5zM12 3.500v3.500h3.500M7.5 10h5.500M7.5 13h5.5',
  consents:
    'M3.5 15.500c2-3 3.2-9.5 5-9.5 1.6 0-1 7 .8 7 1.3 0 1.7-3 2.9-3 .9 0 .4 2.3 1.6 2.3.8 0 1.4-.4 2.7-1M3.5 17.500h13',
  publications:
    'M3.5 4.500h10v11.500h-10zM13.5 7h3v7.500a1.5 1.5 0 0 1-3 0M6 7.500h5M6 10.200h5M6 12.900h3',
  enquiries:
    'M3.5 4.500h13v9h-7.500L5.5 16.500v-3h-2zM7.800 7.300a2.2 2.2 0 1 1 2.9 2.1c-.5.2-.7.5-.7 1M10 11.900v.2',
  requests: 'M10 3.500v13M5.500 16.500h9M4 6.500h12M4 6.500L2 11.500h4zM16 6.500l-2 5h4z',
  incidents: 'M10 3.500l7 12.500H3zM10 8.500v3.500M10 13.900v.2',
  sharing:
    'M10 2.800l6 2.200v4.600c0 3.7-2.4 6.3-6 7.6-3.6-1.3-6-3.9-6-7.600V5zM7.4 10l1.9 1.9 3.4-3.7',
  office: 'M3.5 4h13v4h-13zM3.5 8h13v4h-13zM3.5 12h13v4h-13zM8.5 6h3M8.5 10h3M8.5 14h3',
  lock: 'M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9M10 12v2',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13.2 13.200L17 17',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  clock: 'M10 16.500a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM10 6.500v3.8l2.6 1.6',
  check: 'M4 10.500l4 4 8-9',
  warning: 'M10 3.500l7 12.500H3zM10 8.500v3.500M10 13.900v.2',
  up: 'M10 15.500v-11M5.5 9L10 4.5 14.5 9',
  down: 'M10 4.500v11M5.5 11l4.5 4.5 4.5-4.5',
  chevron: 'M6 8l4 4 4-4',
  forward: 'M8 5l5 5-5 5',
  back: 'M12 5l-5 5 5 5',
  print: 'M6 8V3.500h8V8M6 14H3.500V8h13v6H14M6 11.500h8v5H6z',
  file: 'M5 3.500h7l3 3v10H5zM12 3.500v3h3',
  save: 'M10 3.500v9M6 9l4 4 4-4M3.5 16.500h13',
  open: 'M3.5 15.500v-10H8l1.5 2h7v8z',
  import: 'M10 3.500v8M6.5 8.500L10 12l3.5-3.500M3.5 12.500v4h13v-4',
  undo: 'M7.5 4L4 7.5 7.5 11M4 7.500h7.500a4.5 4.5 0 0 1 0 9H8',
  trash: 'M4 5.500h12M8 5.500V3.500h4v2M5.5 5.500l.7 11h7.600l.7-11M8.5 8.500v5M11.5 8.500v5',
  eye: 'M2.5 10s2.7-5 7.5-5 7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM10 12.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400z',
  key: 'M7 13a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10.3 9.500H17M14 9.500v3M16.5 9.500v2',
  keyboard: 'M2.5 5.500h15v9h-15zM5 8.500h.2M8 8.500h.2M11 8.500h.2M14 8.500h.2M6 11.800h8',
  link: 'M8.5 11.500l3-3M7 9L5 11a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
} as const satisfies Record<string, string>;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The program's mark: the door of a muniment room. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="mark-wall" d="M4 37V18C4 9.7 11.2 3 20 3s16 6.7 16 15v19z" />
      <path
        className="mark-door"
        d="M10 37V19c0-5.8 4.5-10 10-10s10 4.2 10 10v18M20 9v28M10 19h20M10 28h20"
      />
      <circle className="mark-lock" cx="23.5" cy="23.5" r="1.6" />
    </svg>
  );
}
