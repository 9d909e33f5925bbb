// The settings come at once: fewer parts to name in what every visitor loads, and no wait between the pages.
export { ProfilePage } from '../../features/accounts/profile-page.tsx';
export { ActivityPage } from '../../features/audit/activity-page.tsx';
export { ConnectionsPage } from '../../features/connections/connections-page.tsx';
export { DataPage } from '../../features/privacy/data-page.tsx';
export { SettingsLayout } from '../layout/settings-layout.tsx';
export { SecurityPage } from './security-page.tsx';
