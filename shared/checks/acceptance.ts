import type { Acceptance, Review } from '../plan/review.ts';
import type { Finding, Place } from './finding.ts';

/** Which check and where: what an acceptance is of. */
export function findingKey({ code, row, places }: Finding): string {
  const [first] = places;
  return [code, row ?? '', first ? placeKey(first) : ''].join('|');
}

function placeKey(place: Place): string {
  switch (place.kind) {
    case 'amount':
      return `${place.selector.years}|${place.selector.source}|${place.selector.capital}`;
    case 'text':
      return place.column;
    case 'header':
      return place.field;
    default:
      return place satisfies never;
  }
}

/** What it says, to the đồng: a finding whose difference changed is another one than was accepted. */
export function saysOf({ params, amounts, shares, difference }: Finding): string {
  const digits = Object.entries(amounts).map(([name, amount]) => [name, `${amount}`]);
  const quotients = Object.entries(shares).map(([name, { part, whole }]) => [name, `${part}/${whole}`]);
  return JSON.stringify([Object.entries(params), digits, quotients, `${difference}`]);
}

export interface AcceptedFinding extends Acceptance {
  readonly found: Finding;
}

export interface JudgedFindings {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

/** Findings that an officer accepted as they are, and those that are still to be looked at, each in the order given. */
export function judged(findings: readonly Finding[], { accepted }: Review): JudgedFindings {
  if (accepted.length === 0) return { open: findings, accepted: [] };
  const byKey = new Map(accepted.map((one) => [one.finding, one]));
  const taken: AcceptedFinding[] = [];
  const open = findings.filter((found) => {
    const acceptance = byKey.get(findingKey(found));
    if (acceptance?.says !== saysOf(found)) return true;
    taken.push({ ...acceptance, found });
    return false;
  });
  return { open, accepted: taken };
}
