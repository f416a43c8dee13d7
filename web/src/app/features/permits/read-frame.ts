/** Finds a QR code in one frame of the camera, or in a picture taken with something else. */
export type ReadFrame = (seen: HTMLVideoElement | Blob) => Promise<string | undefined>;
