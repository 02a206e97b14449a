// Whether this browser reads QR codes from the camera by itself.

/** The part of the Barcode Detection API that is used; not in the DOM library yet. */
export interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
export type DetectorMaker = new (options: { formats: string[] }) => Detector;

/** The browser's own detector, or undefined. */
export function detectorMaker(): DetectorMaker | undefined {
  return (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
}

/** True when there is a detector and a camera may be asked for. */
export function canScan(): boolean {
  return detectorMaker() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function';
}
