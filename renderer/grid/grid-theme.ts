import { themeQuartz } from 'ag-grid-community';

/** The sheet's look, from the same tokens as the frame around it, so that dark and high contrast follow. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  spacing: 4,
  rowHeight: 28,
  headerHeight: 30,
  cellHorizontalPadding: 6,
  backgroundColor: 'var(--colorNeutralBackground1)',
  foregroundColor: 'var(--colorNeutralForeground1)',
  headerBackgroundColor: 'var(--colorNeutralBackground3)',
  headerTextColor: 'var(--colorNeutralForeground1)',
  borderColor: 'var(--colorNeutralStroke2)',
  columnBorder: true,
  headerColumnBorder: true,
  rowHoverColor: 'transparent',
  accentColor: 'var(--colorBrandStroke1)',
  wrapperBorderRadius: 0,
  wrapperBorder: false,
});
