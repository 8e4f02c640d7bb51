/** Why a screen flow cannot be started or gone on with. */
export class ScreenFlowError extends Error {
  override readonly name = 'ScreenFlowError';
}
