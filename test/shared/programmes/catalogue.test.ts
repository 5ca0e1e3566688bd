import { describe, expect, test } from 'vitest';
import { programmeTemplate, programmeTemplates } from '../../../shared/programmes/catalogue.ts';
import { programmeTemplateSchema } from '../../../shared/programmes/programme.ts';

function template(id: string) {
  const found = programmeTemplate(id);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

function titleOf(id: string, code: string): string | undefined {
  return template(id).rows.find((row) => row.code === code)?.name;
}

describe('the built-in programme structures', () => {
  test.each([
    ['gnbv-2021-2025', 7, 11],
    ['dtts-2021-2025', 10, 14],
    ['ntm-2021-2025', 11, 0],
    ['mtqg-2026-2030', 2, 15],
    ['empty', 0, 0],
  ])('%s has %i top rows and %i beneath them', (id, top, beneath) => {
    const { rows } = template(id);
    expect(rows.filter((row) => row.parent === null)).toHaveLength(top);
    expect(rows.filter((row) => row.parent !== null)).toHaveLength(beneath);
  });

  test('codes are unique, and every parent comes before its rows', () => {
    for (const { rows } of programmeTemplates()) {
      const seen = new Set<string>();
      for (const { code, parent } of rows) {
        expect(seen.has(code), code).toBe(false);
        expect(parent === null || seen.has(parent), code).toBe(true);
        seen.add(code);
      }
    }
  });

  test('a row’s code is its parent’s code and its own part, as its level writes it', () => {
    for (const { rows, levels } of programmeTemplates()) {
      for (const { code, parent } of rows) {
        const own = parent === null ? code : code.slice(parent.length + 1);
        const level = levels[code.split('-').length - 1];
        const digits = own.slice(level?.codePrefix.length);
        expect(code, code).toBe(parent === null ? own : `${parent}-${own}`);
        expect(own.startsWith(level?.codePrefix ?? '?'), code).toBe(true);
        expect(digits, code).toBe(String(Number(digits)).padStart(level?.codeDigits ?? 1, '0'));
      }
    }
  });

  test('titles are the official ones, written out and clean', () => {
    expect(titleOf('gnbv-2021-2025', 'DA4-TDA3')).toBe('Hỗ trợ việc làm bền vững');
    expect(titleOf('gnbv-2021-2025', 'DA7')).toBe('Nâng cao năng lực và giám sát, đánh giá Chương trình');
    expect(titleOf('dtts-2021-2025', 'DA4-TDA1')).toBe(
      'Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
    );
    expect(titleOf('ntm-2021-2025', 'ND10')).toBe('Giữ vững quốc phòng, an ninh và trật tự xã hội nông thôn');
    expect(titleOf('mtqg-2026-2030', 'HP1-ND01')).toBe(
      'Hoàn thiện quy hoạch theo quy định bảo đảm đồng bộ, phù hợp, phát huy lợi thế vùng, miền và phát triển bền vững',
    );
    for (const { rows } of programmeTemplates()) {
      for (const { name } of rows) {
        expect(name).toBe(name.normalize('NFC').trim());
        expect(name).not.toMatch(/DTTS|unconfirmed|\s\s|\*/);
      }
    }
  });

  test('titles that no source text shows are marked', () => {
    const unconfirmed = programmeTemplates().map(({ id, rows }) => [
      id,
      rows.filter((row) => !row.confirmed).map((row) => row.code),
    ]);
    expect(Object.fromEntries(unconfirmed)).toEqual({
      'gnbv-2021-2025': ['DA1-TDA2'],
      'dtts-2021-2025': ['DA3-TDA3', 'DA4', 'DA4-TDA2'],
      'ntm-2021-2025': ['ND01', 'ND04'],
      'mtqg-2026-2030': [],
      empty: [],
    });
  });

  test('GNBV: investment is seen or plausible in projects 1 and 4, elsewhere it is warned', () => {
    const yes = template('gnbv-2021-2025').rows.filter((row) => row.investment === 'yes');
    expect(yes.map((row) => row.code)).toEqual([
      'DA1',
      'DA1-TDA1',
      'DA1-TDA2',
      'DA4',
      'DA4-TDA1',
      'DA4-TDA3',
    ]);
  });

  test('from 2026 there are no districts, and vốn sự nghiệp is called chi thường xuyên', () => {
    for (const { period, localLevels, capitalLabels, id } of programmeTemplates()) {
      expect(localLevels.includes('district'), id).toBe(period.last <= 2025);
      expect(capitalLabels.recurrent.long, id).toBe(
        period.last <= 2025 ? 'Vốn sự nghiệp' : 'Chi thường xuyên',
      );
    }
  });

  test('an unknown id is refused, naming those that exist', () => {
    const result = programmeTemplate('gnbv');
    expect(result.ok ? undefined : result.refusal).toMatchObject({
      code: 'programme.unknown',
      params: { id: 'gnbv', known: expect.stringContaining('gnbv-2021-2025') },
    });
  });

  test('a structure with a lost parent, a repeated code or rows too deep is no structure', () => {
    const base = template('gnbv-2021-2025');
    const line = (code: string, parent: string | null) => ({ ...base.rows[0], code, parent });
    const accepts = (rows: unknown) => programmeTemplateSchema.safeParse({ ...base, rows }).success;
    expect(accepts([line('DA1', null), line('DA1-TDA1', 'DA1')])).toBe(true);
    expect(accepts([line('DA1-TDA1', 'DA1'), line('DA1', null)])).toBe(false);
    expect(accepts([line('DA1', null), line('DA1', null)])).toBe(false);
    const deep = ['DA1', 'DA1-TDA1', 'DA1-TDA1-HD1', 'DA1-TDA1-HD1-X1'];
    expect(accepts(deep.slice(0, 3).map((code, at) => line(code, deep[at - 1] ?? null)))).toBe(true);
    expect(accepts(deep.map((code, at) => line(code, deep[at - 1] ?? null)))).toBe(false);
  });
});
