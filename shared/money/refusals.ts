/** Why a text is not an amount. Each code is worded in `shared/messages`. */
export type AmountRefusalCode =
  | 'amount.empty'
  | 'amount.tooLong'
  | 'amount.dotIsThousands'
  | 'amount.commaIsThousands'
  | 'amount.groupsOfThree'
  | 'amount.decimalMarkTwice'
  | 'amount.groupAfterDecimal'
  | 'amount.digitsMissing'
  | 'amount.spaceInside'
  | 'amount.otherDigits'
  | 'amount.scientific'
  | 'amount.twoSigns'
  | 'amount.parenthesis'
  | 'amount.unknownUnit'
  | 'amount.equalsMissing'
  | 'amount.unexpected'
  | 'amount.finerThanDong'
  | 'amount.outOfRange'
  | 'amount.unfinished'
  | 'amount.unitInArithmetic'
  | 'amount.divisionByZero'
  | 'amount.tooDeep';

/** Why an amount cannot be split. */
export type SplitRefusalCode = 'split.noWeight' | 'split.negativeWeight';
