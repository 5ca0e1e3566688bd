/**
 * Version 4 of a library: the wording of the decision that a plan is held against, one a plan. Frozen, like every
 * released migration.
 *
 * Since this version a plan also has what it is reviewed by (`shared/plan/review.ts`) and its history the edits of that,
 * which a program of version 3 cannot read; what was written before reads as a plan that nobody has reviewed yet.
 */
export const FOURTH = `
CREATE TABLE wording (
  plan TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
`;
