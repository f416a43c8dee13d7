/** Finds a QR code in one frame of the camera. */
export type ReadFrame = (video: HTMLVideoElement) => Promise<string | undefined>;
