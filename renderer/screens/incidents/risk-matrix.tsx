import { Button as AriaButton } from 'react-aria-components';
import type { Incident } from '../../domain/incident.ts';
import {
  DUTIES,
  LIKELIHOODS,
  type Likelihood,
  RISKS,
  SEVERITIES,
  type Severity,
  riskOf,
} from '../../domain/risk.ts';

type Assessed = Pick<Incident, 'likelihood' | 'severity'>;

// Object.keys widens to string[]; the keys are exactly these.
const ACROSS = Object.keys(LIKELIHOODS) as Likelihood[];
const DOWN = (Object.keys(SEVERITIES) as Severity[]).reverse();

const SHORT = { unlikely: 'Unlikely', risk: 'Risk', high: 'High risk' } as const;

/** Likelihood by severity; the cell that is pressed is the assessment. */
export function RiskMatrix({
  likelihood,
  severity,
  onChange,
}: Assessed & { onChange: (assessed: Assessed) => void }) {
  const risk = likelihood === null || severity === null ? null : riskOf(likelihood, severity);
  return (
    <section className="risk" aria-label="Assessment of the risk">
      <table className="risk-matrix">
        <caption>Risk to the rights and freedoms of the people affected</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Severity</span>
            </th>
            {ACROSS.map((across) => (
              <th scope="col" key={across}>
                {LIKELIHOODS[across]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DOWN.map((down) => (
            <tr key={down}>
              <th scope="row">{SEVERITIES[down]}</th>
              {ACROSS.map((across) => (
                <td key={across}>
                  <AriaButton
                    className={`risk-cell risk-${riskOf(across, down)}`}
                    aria-pressed={across === likelihood && down === severity}
                    onPress={() => onChange({ likelihood: across, severity: down })}
                  >
                    {SHORT[riskOf(across, down)]}
                  </AriaButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">
        {risk === null ? (
          <span className="muted">Not assessed yet: press the cell that fits.</span>
        ) : (
          <>
            <strong>{RISKS[risk]}.</strong> {DUTIES[risk]}
          </>
        )}
      </p>
    </section>
  );
}
