import { ListSheet } from './list-sheet.js';
import ReportListScreen from './report-list-screen.js';

/** An officer's list of the households of her communes: typed, or as a sheet. */
export default function CommuneListScreen() {
  return <ReportListScreen Sheet={ListSheet} />;
}
