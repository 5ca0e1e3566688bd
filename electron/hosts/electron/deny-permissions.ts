import type { Session } from 'electron';

/** Copying cells is the one thing of the machine that the page itself may reach, and only writing. */
const GRANTED = 'clipboard-sanitized-write';

/**
 * The page gets no camera, place, notification, file system or device.
 *
 * Electron security checklist, item 5: "Handle session permission requests from remote content".
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === GRANTED));
  session.setPermissionCheckHandler((_contents, permission) => permission === GRANTED);
  session.setDevicePermissionHandler(() => false);
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
}
