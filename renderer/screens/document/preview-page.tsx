import { useEffect, useRef } from 'react';
import { useDocument } from '../../stores/document.ts';

interface Props {
  title: string;
  job: string;
}

/** The document as it was made, with the mark as soon as it is chosen: that is one attribute, and needs no other document. */
export function PreviewPage({ title, job }: Props) {
  const { mark } = useDocument(({ options }) => options);
  const frame = useRef<HTMLIFrameElement>(null);
  const show = () => frame.current?.contentDocument?.body.toggleAttribute('data-mark', mark);
  useEffect(() => void show());
  return (
    <iframe
      ref={frame}
      className="document-page"
      title={`Preview: ${title}`}
      sandbox="allow-same-origin"
      src={`app://muniment/job/${job}`}
      onLoad={show}
    />
  );
}
