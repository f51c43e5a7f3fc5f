import { useEffect } from 'react';
import { Mark } from '../../components/icons.tsx';
import { Section } from '../../components/layout.tsx';
import { POSTS } from '../../domain/posts.ts';
import { countryName } from '../../components/country-field.tsx';
import { loadAppInfo, useAppInfo } from '../../stores/host.ts';
import { useOpened } from '../../stores/session.ts';

export function AboutTab() {
  const { info } = useAppInfo();
  const { group, profile } = useOpened().opened;
  useEffect(() => void loadAppInfo(), []);
  return (
    <div className="page-body prose">
      <div className="about-head">
        <Mark />
        <div>
          <h2>Muniment {info?.version}</h2>
          <p className="muted">The records office of a small organisation.</p>
        </div>
      </div>
      <Section title="This vault">
        <dl className="facts">
          <div>
            <dt>Group</dt>
            <dd>
              <bdi>{group.name}</bdi>
            </dd>
          </div>
          <div>
            <dt>Kept by</dt>
            <dd>
              <bdi>{profile.name}</bdi>, {POSTS[profile.post]}, {countryName(profile.country)}
            </dd>
          </div>
          <div>
            <dt>Your card’s words</dt>
            <dd>{profile.words.join(' ')}</dd>
          </div>
          <div>
            <dt>Days are days in</dt>
            <dd>{group.timeZone}</dd>
          </div>
        </dl>
      </Section>
      <Section title="The program">
        <dl className="facts">
          <div>
            <dt>Licence</dt>
            <dd>Apache 2.0</dd>
          </div>
          <div>
            <dt>Built on</dt>
            <dd>
              Electron {info?.electron}, Chromium {info?.chromium}
            </dd>
          </div>
        </dl>
      </Section>
    </div>
  );
}
