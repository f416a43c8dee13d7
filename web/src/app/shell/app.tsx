import { LocationProvider } from 'preact-iso/router';
import { session } from '../session.js';
import { part } from './part.js';
import { partOf, screensOfPart } from './parts.js';

const GuestScreens = part({});

export function App() {
  const Screens = screensOfPart(partOf(session.value?.role)) ?? GuestScreens;
  return (
    <LocationProvider scope="/app">
      <Screens params={{}} query={{}} />
    </LocationProvider>
  );
}
