/** The likelihood and severity of the risk that a breach brings to people, and what the two make together (clause BREACH). */

export const LIKELIHOODS = {
  unlikely: 'Unlikely',
  possible: 'Possible',
  likely: 'Likely',
} as const;
export type Likelihood = keyof typeof LIKELIHOODS;

export const SEVERITIES = {
  minor: 'Minor: an inconvenience',
  serious: 'Serious: distress, cost or loss of control',
  severe: 'Severe: harm that is hard to put right',
} as const;
export type Severity = keyof typeof SEVERITIES;

/** UK GDPR Art 33(1) and 34(1): what the group has to do depends on which of these it is. */
export const RISKS = {
  unlikely: 'A risk is unlikely',
  risk: 'A risk is likely',
  high: 'A high risk is likely',
} as const;
export type Risk = keyof typeof RISKS;

/** What each risk asks for. */
export const DUTIES = {
  unlikely: 'It need not be reported; it is recorded all the same, with why.',
  risk: 'It is reported to the ICO within 72 hours.',
  high: 'It is reported to the ICO within 72 hours, and the people affected are told.',
} as const satisfies Record<Risk, string>;

const MATRIX: Readonly<Record<Severity, Readonly<Record<Likelihood, Risk>>>> = {
  minor: { unlikely: 'unlikely', possible: 'unlikely', likely: 'risk' },
  serious: { unlikely: 'unlikely', possible: 'risk', likely: 'high' },
  severe: { unlikely: 'risk', possible: 'high', likely: 'high' },
};

export function riskOf(likelihood: Likelihood, severity: Severity): Risk {
  return MATRIX[severity][likelihood];
}
