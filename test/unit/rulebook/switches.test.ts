import { isByReading, resolveSwitch } from '../../../src/rulebook/primitives';

const byReading = { reading: 'above', cases: { true: 'included', false: 'excluded' } };

describe('a setting that a reading chooses', () => {
  it('is what the reading in force says', () => {
    expect(resolveSwitch(byReading, { above: true })).toBe('included');
    expect(resolveSwitch(byReading, { above: false })).toBe('excluded');
  });

  it('may have a case of null', () => {
    expect(resolveSwitch({ reading: 'r', cases: { none: null } }, { r: 'none' })).toBeNull();
  });

  it('cannot be resolved without a case, not even by a name every object has', () => {
    expect(() => resolveSwitch(byReading, { above: 'maybe' })).toThrow('reading above has no case for maybe');
    expect(() => resolveSwitch(byReading, { above: 'constructor' })).toThrow('no case');
    expect(() => resolveSwitch(byReading, {})).toThrow('no case for undefined');
  });

  it('is told from a fixed setting by its shape', () => {
    expect(resolveSwitch('once', {})).toBe('once');
    expect(resolveSwitch(null, {})).toBeNull();
    expect(isByReading({ reading: 'above' })).toBe(false);
    expect(isByReading(null)).toBe(false);
    expect(isByReading(byReading)).toBe(true);
  });
});
